//! Syllables and short parts whose sound in compounds is regular enough for a list. Chosen by counting dictionary words:
//! what stands here behaves so in at least two thirds of them.

/// What makes a predicate or an adverb of a noun: the seam before it is one between parts.
pub(super) const VERBAL: [&str; 9] = ["하다", "되다", "시키다", "당하다", "받다", "스럽다", "롭다", "답다", "히"];

/// Sino-Korean readings, the syllables of the common hanja.
const SINO: &str = "가각간갈감갑강개객갱갹거건걸검겁게격견결겸경계고곡곤골공곶과곽관괄광괘괴굉교구국군굴궁권궐궤귀규균귤극근글금급\
    긍기긴길김끽나낙난날남납낭내냉녀년념녕노녹논농뇌뇨누눈눌뉴늑능니닉다단달담답당대댁덕도독돈돌동두둔득등라락란랄람랍랑래\
    랭략량려력련렬렴렵령례로록론롱뢰료룡루류륙륜률륭륵름릉리린림립마막만말망매맥맹멱면멸명모목몰몽묘무묵문물미민밀박반발\
    방배백번벌범법벽변별병보복본볼봉부북분불붕비빈빙사산살삼삽상새색생서석선설섬섭성세소속손솔송쇄쇠수숙순술숭슬습승시식신\
    실심십쌍씨아악안알암압앙애액앵야약양어억언얼엄업여역연열염엽영예오옥온올옹와완왈왕왜외요욕용우욱운울웅원월위유육윤율융\
    은을음읍응의이익인일임입잉자작잔잠잡장재쟁저적전절점접정제조족존졸종좌죄주죽준중즉즐즙증지직진질짐집징차착찬찰참창채책처\
    척천철첨첩청체초촉촌총촬최추축춘출충췌취측층치칙친칠침칩칭쾌타탁탄탈탐탑탕태택탱토통퇴투특파판팔패팽편폄평폐포폭표품풍\
    피필핍하학한할함합항해핵행향허헌헐험혁현혈혐협형혜호혹혼홀홍화확환활황회획횡효후훈훤훼휘휴흉흑흔흠흡흥희힐";

/// Sino-Korean syllables that often stand alone behind a compound.
const OFTEN_LAST: &str = "가감계과관국권금급기난단대란량력로론료류률율물법부비사상서선성세소식실안액업용원율인자장적전점제조주증지직책체층품학회";

/// Whether a word of three characters that begins so is one and two (副+作用), and not two and one like 未來+像.
pub(super) fn is_prefix(first: char, second: char) -> bool {
    "非未副超準純反".contains(first) && !"常難來過對應業粹備抗省論越情色益然理".contains(second)
}

pub(super) fn may_be_sino(syllable: char) -> bool {
    SINO.contains(syllable)
}

pub(super) fn often_last(syllable: char) -> bool {
    OFTEN_LAST.contains(syllable)
}

/// Article 28: hanja that are said tense at the end of a part of three syllables or more, or as a part of their own.
const TENSE_HANJA: &str = "法性症權病點科稅罪狀圈價件券證級宅格課字";

/// And as a part of their own only.
const TENSE_HANJA_ALONE: &str = "調";

/// The same where only the Hangul is known.
const TENSE_LAST: &str = "법증권성점건죄";
/// And as a part of its own.
const TENSE_ALONE: &str = "병과점값빛";

/// Hanja that are said tense at the end of a word of two syllables too, if the exceptions do not say otherwise.
const TENSE_IN_PAIRS: &str = "法點權症件券圈";

pub(super) fn tense_hanja(c: char, alone: bool) -> bool {
    TENSE_HANJA.contains(c) || alone && TENSE_HANJA_ALONE.contains(c)
}

pub(super) fn tense_last(syllable: char, alone: bool) -> bool {
    TENSE_LAST.contains(syllable) || alone && TENSE_ALONE.contains(syllable)
}

pub(super) fn tense_in_pairs(c: char) -> bool {
    TENSE_IN_PAIRS.contains(c)
}

/// Article 28: native second parts that are said tense behind ㄴ, ㄹ, ㅁ, ㅇ. Behind a vowel the spelling has sai-siot.
const TENSE_PARTS: &str = "가락 가루 감 값 결 고생 구덩이 구멍 구석 기운 길 김 달 더미 덩어리 덩이 독 돈 돌 둑 빛 살림 삯 속 주머니 줄 \
    짐 짐승 집 짚";

pub(super) fn tense_part(part: &str) -> bool {
    TENSE_PARTS.split(' ').any(|tense| tense == part)
}

/// Article 26 holds inside a part. A lone last syllable follows it too, but these do not: 개별식 is said as it is written.
const PLAIN_BEHIND_RIEUL: &str = "式說室職集誌詩術店廛智堤乘紙";

/// And of first syllables before a word only these make it tense.
const TENSE_BEFORE_WORD: &str = "不八一七日月卒拙";

pub(super) fn plain_behind_rieul(c: char) -> bool {
    PLAIN_BEHIND_RIEUL.contains(c)
}

pub(super) fn tense_before_word(c: char) -> bool {
    TENSE_BEFORE_WORD.contains(c)
}

/// ㅅ belongs to these syllables themselves, so that it is said ㄷ and not taken for sai-siot.
const OWN_SIOT: &str = "긋끗헛덧풋첫웃옷섯벗뜻멋씻옛듯릇엿곳것롯슷돗낫뿟렷뺏핫넷킷셧켓딧팟펫샷";
/// To these only where a part begins with them.
const OWN_SIOT_FIRST: &str = "짓엇깃빗붓삿갓숫솟놋맛뭇잣굿햇앗닷젓싯";

pub(super) fn owns_siot(syllable: char, first: bool) -> bool {
    OWN_SIOT.contains(syllable) || first && OWN_SIOT_FIRST.contains(syllable)
}

/// Article 29 adds ㄴ before these vowels; as single Sino-Korean parts the following go without.
const NO_NIEUN_SYLLABLES: &str = "연엽영인익일이요";
/// And of longer parts these.
const NO_NIEUN_PARTS: [&str; 14] =
    ["연초", "영달", "영수", "영웅", "영향", "요일", "유기", "유신", "유아", "유일", "유태", "유한", "유형", "융통"];
/// Before 이 native words have the ㄴ; Sino-Korean and loan words (영업이익, 사물인터넷) do without.
const NIEUN_BEFORE_I: &str = "이끼 이랑 이름 이마 이불 이빨 이삭 이슬 이야기 이음 이파리 익 일 임자 입 잇 잉어 잎";

pub(super) fn takes_nieun(part: &str, vowel: char, native: bool) -> bool {
    let mut letters = part.chars();
    let single = letters.next().filter(|_| letters.next().is_none());
    if vowel == 'ㅣ' {
        return native && NIEUN_BEFORE_I.split(' ').any(|word| part.starts_with(word)) && !is_suffix(part);
    }
    if single.is_some_and(|c| NO_NIEUN_SYLLABLES.contains(c)) {
        return native && single != Some('요');
    }
    matches!(vowel, 'ㅑ' | 'ㅕ' | 'ㅛ' | 'ㅠ' | 'ㅒ' | 'ㅖ') && !NO_NIEUN_PARTS.iter().any(|no| part.starts_with(no))
}

/// Article 15 speaks of words; an ending or a suffix that begins with a vowel takes the tail over as it is.
pub(super) fn is_suffix(part: &str) -> bool {
    "이 음 어 아 이다 으로 은 을 에 어지다 아지다 아치 애 앙이 엉이".split(' ').any(|suffix| suffix == part)
}

/// Native words in ㄴ that make the part behind them tense. Other native parts in ㄴ are adnominal forms (큰, 작은, 바른),
/// which never do.
pub(super) fn is_noun_in_nieun(syllable: char) -> bool {
    "논눈돈문산손안".contains(syllable)
}

/// Sino-Korean suffixes that begin with ㄹ. 분류 and 전류 are words.
pub(super) fn is_rieul_suffix(before: char, syllable: char) -> bool {
    if matches!(
        (before, syllable),
        ('분' | '전' | '인', '류')
            | ('찬' | '혼' | '곤' | '반' | '논', '란')
            | ('한' | '분', '량')
            | ('관' | '전', '례')
            | ('원' | '연' | '진', '료')
            | ('진' | '선' | '전', '로')
    ) {
        return false;
    }
    "란량력령례로록론료류".contains(syllable)
}
