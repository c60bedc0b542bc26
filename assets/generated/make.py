#!/usr/bin/env python3
"""Make this folder's two tables anew: words.tsv.zst and chars.tsv.zst.

usage: make.py [--house DIR] [--dic ko-dic.csv.zst] [--out DIR] [--debs DIR]
       needs pip, apt (or --debs with the three packages), dpkg and the zstd command

A Sino-Korean word is written in hanja (libhangul), the hanja in the Japanese form (OpenCC), and the Japanese word
explained by EDICT. That is right far more often than not for the vocabulary of news, because most of it is shared,
but it is a guess. The rules below leave out the classes that were wrong more than once in ten of a sample, the deny
lists what a reading of all words with a known frequency found; README.md has the figures.

It is longer than 400 lines so that the whole way from the packages to the tables can be read in one file, top to bottom.

  --house   the house lexicon: its words get no gloss here, and its hanja teach which character a syllable
            usually stands for in the language of news
  --dic     mecab-ko-dic as this project keeps it: it knows which words are nouns at all, and which of several
            homographs names an action or a state
"""
import argparse
import bz2
import collections
import csv
import gzip
import math
import re
import subprocess
import sys
import tempfile
import unicodedata
import zipfile
from pathlib import Path

DEBIAN = ["edict=2021.02.03-1", "libhangul-data=0.1.0+git20191003-2", "unicode-data=15.0.0-1"]
PYPI = ["opencc==1.4.2", "msgpack==1.2.4"]
WORDFREQ = "wordfreq==3.1.1"
HERE = Path(__file__).resolve().parent
HANJA = re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+")
HANGUL = re.compile("[가-힣]{2,}")
NOUNS = {"NNG", "XR"}
# A word that is also one of these is most often that, and native: 다시, 하루, 가지.
OTHERS = {"MAG", "MAJ", "MM", "IC", "NP", "NR", "NNB", "NNBC", "VV", "VA", "VX", "JX", "JKB", "EC", "EF", "ETM", "EP"}


# ---------------------------------------------------------------- the sources

def fetch(folder, debs):
    """Unpack the three Debian packages and install the Python ones beneath `folder`."""
    if debs is None:
        debs = folder / "debs"
        debs.mkdir()
        subprocess.run(["apt-get", "download", "-q", *DEBIAN], cwd=debs, check=True)
    for deb in sorted(Path(debs).glob("*.deb")):
        subprocess.run(["dpkg", "-x", str(deb), str(folder / "root")], check=True)
    pip = [sys.executable, "-m", "pip", "--quiet", "--quiet", "--disable-pip-version-check"]
    subprocess.run([*pip, "install", "--target", str(folder / "python"), *PYPI], check=True)
    subprocess.run([*pip, "download", "--no-deps", "-d", str(folder), WORDFREQ], check=True)
    sys.path.insert(0, str(folder / "python"))


def read_wordfreq(folder, name):
    """word -> Zipf frequency. The file is a list of buckets, one a hundredth of a Zipf step."""
    import msgpack
    with zipfile.ZipFile(next(folder.glob("wordfreq-*.whl"))) as wheel:
        buckets = msgpack.unpackb(gzip.decompress(wheel.read(f"wordfreq/data/{name}.msgpack.gz")), raw=False)
    return {word: 9 - i / 100 for i, bucket in enumerate(buckets[1:]) for word in bucket}


def read_libhangul(root):
    """-> (word -> its hanja in the file's order, character -> reading -> 훈음)"""
    words, meanings = {}, {}
    for line in (root / "usr/share/libhangul/hanja/hanja.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#") or line.count(":") < 2:
            continue
        hangul, hanja, comment = line.split(":", 2)
        # NFC turns the compatibility ideographs (one for each Korean reading) into the plain character.
        hanja = unicodedata.normalize("NFC", hanja)
        if len(hangul) != len(hanja) or not HANJA.fullmatch(hanja):
            continue
        if len(hangul) == 1:
            meanings.setdefault(hanja, {}).setdefault(hangul, comment.strip())
        elif hanja not in words.setdefault(hangul, []):
            words[hangul].append(hanja)
    return words, meanings


def read_mecab(path):
    """-> (word -> set of (tag, class), word -> hanja -> set of classes)"""
    tags, hanja = collections.defaultdict(set), collections.defaultdict(dict)
    text = subprocess.run(["zstd", "-dcq", str(path)], check=True, capture_output=True).stdout.decode("utf-8")
    for row in csv.reader(text.splitlines()):
        surface, tag, kind, reading = row[0], row[4], row[5], row[7]
        if HANGUL.fullmatch(surface):
            tags[surface].update((part, kind) for part in tag.split("+")[:1])
        elif HANJA.fullmatch(surface) and tag in NOUNS:
            form = unicodedata.normalize("NFC", surface)
            hanja[reading].setdefault(form, set()).add("XR" if tag == "XR" else kind)
    return tags, hanja


def read_house(folder):
    """-> (its words without spaces, how often a syllable stands for a character in its hanja)"""
    words, pairs = set(), set()
    for path in sorted(folder.glob("*.tsv")):
        for line in path.read_text(encoding="utf-8").splitlines():
            columns = line.split("\t")
            if line.startswith("#") or len(columns) < 4:
                continue
            word, hanja = columns[0].replace(" ", ""), columns[2].replace(" ", "")
            words.add(word)
            if len(word) == len(hanja):
                pairs.update((word, s, h) for s, h in zip(word, hanja) if HANJA.fullmatch(h))
    return words, collections.Counter((s, h) for _, s, h in pairs)


def read_unihan(root):
    """-> (character -> English, character -> its Japanese on readings in capitals)"""
    english, on = {}, {}
    with bz2.open(root / "usr/share/unicode/Unihan_Readings.txt.bz2", "rt", encoding="utf-8") as file:
        for line in file:
            if line.startswith("U+"):
                code, key, value = line.rstrip("\n").split("\t")
                if key == "kDefinition":
                    english[chr(int(code[2:], 16))] = value
                elif key == "kJapaneseOn":
                    on[chr(int(code[2:], 16))] = value.split()
    return english, on


# ---------------------------------------------------------------- EDICT

POS = {"n", "vs", "vs-s", "vs-i", "vs-c", "adj-na", "adj-no", "adj-t", "adj-f", "adj-pn", "adj-i", "adv", "adv-to", "n-adv",
       "n-t", "n-suf", "n-pref", "suf", "pref", "ctr", "num", "exp", "int", "pn", "conj", "prt", "vi", "vt", "vz", "aux",
       "v1", "v5r", "v5k", "v5s", "v5m", "v5u", "v5t", "v5g", "v5b", "v5n", "unc", "adj-ku", "adj-shiku", "adj-nari"}
# Senses that a Korean word does not share: old, regional, slang, or of a Japanese game, art or faith.
DEAD = {"arch", "obs", "obsc", "rare", "dated", "ik", "iK", "io", "oK", "ok", "ateji", "col", "sl", "m-sl", "vulg", "derog",
        "X", "joc", "fam", "chn", "male", "fem", "id", "proverb", "poet", "Buddh", "Shinto", "MA", "sumo", "mahj",
        "shogi", "hanaf", "go", "baseb", "kyb", "osb", "ksb", "ktb", "tsb", "thb", "hob", "kyu", "nab", "rkb", "tsug",
        "on-mim", "euph", "hon", "hum", "pol", "sens", "person", "place", "company", "product", "work", "surname",
        "given", "station", "organization", "constellation"}
FIELDS = {"comp", "med", "math", "ling", "music", "sports", "food", "astron", "physics", "chem", "law", "biol", "anat",
          "geol", "finc", "bot", "mil", "hist", "yoji", "uk", "abbr", "econ", "bus", "archit", "engr", "geom", "zool",
          "gramm", "politics", "rail", "photo", "genet", "biochem", "P", "ent", "orn", "pathol", "telec", "tv", "psych",
          "phil", "stat", "logic", "agric", "aviat", "elec", "electr", "engr", "film", "fish", "grmyth", "mech", "met",
          "min", "nautical", "noh", "paleo", "pharm", "physiol", "print", "psy", "Christn", "cloth", "crystal", "ski",
          "stockm", "surg", "vet", "vidg", "manga", "figskt", "boxing", "golf", "horse", "internet", "archeol", "art"}
MARK = re.compile(r"\(([^()]*)\)\s*")


class Sense:
    def __init__(self, marks):
        self.marks, self.glosses = set(marks), []


class Article:
    """One line of EDICT."""
    def __init__(self, reading, text):
        self.reading, self.senses, self.common = reading, [], "/(P)/" in f"/{text}/"
        self.pos, marks = set(), set()
        for gloss in text.strip("/").split("/"):
            if gloss == "(P)" or gloss.startswith("EntL"):
                continue
            fresh, number, sense_marks = False, False, set()
            while (match := MARK.match(gloss)) is not None:
                items = set(match[1].split(","))
                if items <= POS:
                    self.pos |= items
                    if items != marks:
                        marks = items
                    fresh = True
                elif re.fullmatch(r"\d+", match[1]):
                    number = True
                elif items <= DEAD | FIELDS:
                    sense_marks |= items
                elif re.fullmatch("[a-z]{2,5}:", match[1]):  # language of origin
                    pass
                else:
                    break
                gloss = gloss[match.end():]
            if number or fresh or not self.senses:
                self.senses.append(Sense(marks | sense_marks))
            else:
                self.senses[-1].marks |= sense_marks
            gloss = re.sub(r" *\([a-z]{3}:[^)]*\)", "", gloss)  # the language a loanword came from
            if gloss := gloss.strip():
                self.senses[-1].glosses.append(gloss)


def read_edict(root):
    articles = collections.defaultdict(list)
    text = (root / "usr/share/edict/edict").read_bytes().decode("euc-jp", "ignore")
    for line in text.splitlines()[1:]:
        match = re.match(r"(\S+) (?:\[([^\]]*)\] )?/(.*)/$", line)
        if match and HANJA.fullmatch(match[1]):
            articles[match[1]].append(Article(match[2] or "", match[3]))
    return articles


KANA = {}
for row, consonant in zip("あいうえお かきくけこ がぎぐげご さしすせそ ざじずぜぞ たちつてと だぢづでど なにぬねの はひふへほ "
                          "ばびぶべぼ ぱぴぷぺぽ まみむめも らりるれろ".split(), " k g s z t d n h b p m r".split(" ")):
    KANA.update((kana, consonant + vowel) for kana, vowel in zip(row, "aiueo"))
KANA.update(zip("やゆよわをん", "ya yu yo wa o n".split()))


def romanize(kana):
    """Kana as regular syllables (し si, ち ti, しゃ sya), っ as q."""
    out = []
    for k in kana:
        if k in "ゃゅょ" and out:
            out[-1] = out[-1][:-1] + "y" + KANA[chr(ord(k) + 1)][1:]
        elif k == "っ":
            out.append("q")
        else:
            out.append(KANA.get(k, "?"))
    return "".join(out)


def on_forms(reading):
    """How an on reading of Unihan may sound inside a word: voiced, or clipped before the next consonant."""
    r = reading.lower().replace("sh", "sy").replace("ch", "ty").replace("j", "zy").replace("ts", "t").replace("fu", "hu")
    r = r.replace("syi", "si").replace("tyi", "ti").replace("zyi", "zi")
    forms = {r}
    for form in list(forms):
        for plain, others in (("k", "g"), ("s", "z"), ("t", "d"), ("h", "bp")):
            if form.startswith(plain):
                forms.update(o + form[1:] for o in others)
                if plain == "t":
                    forms.add("z" + form[1:])
    forms.update({f[:-2] + "q" for f in forms if len(f) > 2 and f[-2:] in ("ku", "ki", "tu", "ti")})
    return forms


def is_on(kanji, kana, on):
    """Whether the word is read with its characters' Chinese readings, as its Korean cognate is."""
    rest = {romanize(kana)}
    for character in kanji:
        forms = set().union(*(on_forms(r) for r in on.get(character, [])))
        rest = {r[len(f):] for r in rest for f in forms if r.startswith(f)}
    return "" in rest


# ---------------------------------------------------------------- choosing

class Chooser:
    """Which hanja a word is written in."""
    def __init__(self, candidates, mecab, pairs, japanese, simplified, ja, zh):
        self.candidates, self.mecab, self.pairs = candidates, mecab, pairs
        self.japanese, self.simplified, self.ja, self.zh = japanese, simplified, ja, zh

    def score(self, word, hanja, place):
        """Weights fitted on 3,200 ambiguous words of the house lexicon (89 % right; the margin tells the rest)."""
        ja = max(self.ja.get(self.japanese(hanja), 0), self.ja.get(hanja, 0))
        zh = self.zh.get(self.simplified(hanja), 0)
        usage = max(ja, zh) + 0.3 * min(ja, zh)
        known = self.mecab.get(word, {}).get(hanja, set())
        habit = sum(math.log(self.pairs[(s, h)] + 0.5) for s, h in zip(word, hanja)) / len(word)
        return usage + 3 * bool(known - {"*"}) + 2 * (place == 0) + habit + bool(known)

    def choose(self, word):
        """-> (hanja, lead over the next, 99 where there is no other)"""
        forms = self.candidates[word]
        scores = [self.score(word, form, place) for place, form in enumerate(forms)]
        order = sorted(range(len(forms)), key=lambda i: (-scores[i], i))
        best = order[0]
        # Two ways of writing one word (沙漠 and 砂漠) are no rivals where EDICT knows the Japanese form as one.
        rivals = [i for i in order[1:] if self.japanese(forms[i]) != self.japanese(forms[best])]
        return forms[best], (scores[best] - scores[rivals[0]] if rivals else 99.0), scores[best]


def spelling(gloss):
    """One key for the British and the American spelling."""
    gloss = re.sub(r"\([^)]*\)", "", gloss).lower().strip()
    return re.sub(r"^(to|a|an|the) ", "", gloss).replace("our", "or").replace("is", "iz").replace("ll", "l").replace("re", "er")


def wording(article, limit=48, senses=2, each=3):
    """The first glosses of the first senses that are alive, and the index of the first sense used."""
    out, keys, first = [], set(), None
    alive = [(i, s) for i, s in enumerate(article.senses) if not s.marks & DEAD and s.glosses]
    for i, sense in alive[:senses]:
        taken = 0
        for gloss in sense.glosses:
            key = spelling(gloss)
            if key in keys or taken == each:
                continue
            if out and sum(map(len, out)) + 2 * len(out) + len(gloss) > limit:
                continue
            if first is None:
                first = i
            keys.add(key)
            out.append(gloss)
            taken += 1
    return "; ".join(out), first


def best_article(articles, kanji, on):
    """The entry of this spelling that is common and read the Chinese way."""
    scored = []
    for i, article in enumerate(articles):
        gloss, first = wording(article)
        if gloss:
            scored.append(((article.common, is_on(kanji, article.reading, on), -i), article, gloss, first))
    return max(scored, key=lambda s: s[0]) if scored else None


# ---------------------------------------------------------------- the rows

# Things, offices and plants of Japan, and species named in Latin (their names travel badly between the languages).
FOREIGN = re.compile(r"Japan|\bEdo\b|Meiji|Showa|Tokyo|Kyoto|Osaka|Nara |Heian|Tohoku|shogun|daimyo|samurai|prefecture|Shinto|DPJ"
                     r"|shrine|kimono|kabuki|\bnoh\b|kanji|ryokan|\bgo\b|\([A-Z][a-z]+ [a-z]+[.)]|\([A-Z][a-z]+ [a-z]+ ?[a-z. ]*\)")
# A word of the South does not begin so (두음법칙): 로선 is 노선 in the North's spelling.
NORTHERN = re.compile("[녀뇨뉴니라-맇]")
LEAD_READ, LEAD_UNREAD = 3, 6


def word_class(article, tags):
    """n, nv (takes 하다 as a verb) or na (takes 하다 as an adjective). EDICT's mark of the verb alone agrees with the
    house lexicon in 92 of 100 words, mecab-ko-dic's class of action in 87."""
    names = {tag for tag, _ in tags}
    state = any(tag == "NNG" and kind in ("정적사태", "행위") for tag, kind in tags)
    if article.pos & {"vs", "vs-s", "vs-i"}:
        return "nv"
    if "adj-na" in article.pos and ("XR" in names or state):
        return "na"
    return "na" if "XR" in names and "NNG" not in names else "n"


def reason_against(word, tags, zipf, lead, hanja, article, gloss, first, on):
    """Why this word gets no gloss; None where it gets one. README.md says which reasons the sample bears out."""
    names = {tag for tag, _ in tags}
    if names & OTHERS:
        return "another part of speech"
    if NORTHERN.match(word):
        return "northern spelling"
    if first != 0:
        return "first sense is dead"
    if len(gloss) > 100:
        return "explained, not glossed"
    if FOREIGN.search(gloss):
        return "Japanese thing or species"
    if zipf:
        return None if lead >= LEAD_READ else "rival hanja"
    if lead < LEAD_UNREAD:
        return "rival hanja"
    if not on:
        return "rare and read in Japanese"
    if not names & NOUNS and len(word) < 4:
        return "rare and no known noun"
    return None


def confidence(zipf, lead):
    """9 and 8: read by hand; 7 and 6: a rare word that only the rules vouch for (6, 8: rival hanja were near)."""
    if zipf:
        return 9 if lead >= LEAD_UNREAD else 8
    return 7 if lead > 90 else 6


def deny_lists():
    native = {w for line in (HERE / "native_false_hanja.txt").read_text(encoding="utf-8").splitlines()
              if not line.startswith("#") for w in line.split()}
    misleading = {w for line in (HERE / "misleading.txt").read_text(encoding="utf-8").splitlines()
                  if not line.startswith("#") for w in line.split()}
    return native, misleading


def word_rows(words, mecab, house, pairs, on, edict, ko, ja, zh):
    """-> the rows, and how often each reason kept a word out."""
    from opencc import OpenCC
    japanese, simplified = OpenCC("t2jp").convert, OpenCC("t2s").convert
    tags, hanja_of = mecab
    native, misleading = deny_lists()
    chooser = Chooser(words, hanja_of, pairs, japanese, simplified, ja, zh)
    rows, reasons = {}, collections.Counter()
    for word in sorted(words):
        zipf = ko.get(word, 0)
        if word in house or word in native or word in misleading:
            reasons["house" if word in house else "deny lists"] += 1
            continue
        hanja, lead, _ = chooser.choose(word)
        kanji = japanese(hanja)
        best = best_article(edict.get(kanji) or edict.get(hanja) or [], kanji, on)
        if best is None:
            reasons["not in EDICT"] += 1
            continue
        (_, is_chinese, _), article, gloss, first = best
        why = reason_against(word, tags.get(word, ()), zipf, lead, hanja, article, gloss, first, is_chinese)
        if "=" + word in misleading:
            why, gloss = None, ""
        if why:
            reasons[why] += 1
            continue
        kind = word_class(article, tags.get(word, ()))
        rows[word] = (word, kind, hanja, gloss, f"{zipf * 10:.0f}" if zipf else "", str(confidence(zipf, lead)))
        reasons["glossed" if gloss else "hanja only"] += 1
    for word, zipf in ko.items():
        if HANGUL.fullmatch(word) and word not in rows:
            rows[word] = (word, "f", "", "", f"{zipf * 10:.0f}", "")
            reasons["frequency only"] += 1
    return [rows[word] for word in sorted(rows)], reasons


def short(definition, limit=40):
    """The first meanings of a character, whole ones only."""
    out = []
    for part in re.split(r"[;,] *", re.sub(r"\([^)]*\)", "", definition)):
        part = part.strip()
        if not part or part in out or part.startswith(("Kangxi", "KangXi", "radical", "used in", "U+", "same as")):
            continue
        if out and sum(map(len, out)) + 2 * len(out) + len(part) > limit:
            break
        out.append(part)
    return ", ".join(out)


# Where libhangul has none, or begins with a meaning that no schoolbook begins with.
SCHOOLBOOK = {"金": "쇠 금, 성씨 김", "豐": "풍년 풍", "車": "수레 차, 수레 거", "踏": "밟을 답", "蒐": "모을 수", "夾": "낄 협"}


def hun_eum(readings, character, pairs):
    """The 훈음, the reading that news uses most first: two meanings of that one, one new meaning of each other."""
    if character in SCHOOLBOOK:
        return SCHOOLBOOK[character]
    out, seen = [], set()
    for sound in sorted(readings, key=lambda sound: -pairs[(sound, character)]):
        room = 1 if out else 2
        for item in (item.strip() for item in readings[sound].split(",")):
            if item and not item.endswith(" " + sound):
                item = f"{item} {sound}"  # 艦 stands there as 싸움배, without its sound
            hun = item.rpartition(" ")[0]
            if hun and not HANJA.search(hun) and hun not in seen and room:
                seen.add(hun)
                out.append(item)
                room -= 1
    return ", ".join(out[:4])


def char_rows(meanings, english, used, pairs):
    """character, 훈음, English: for every character that these words or the house lexicon are written in."""
    for character in sorted(used):
        hun = hun_eum(meanings.get(character, {}), character, pairs)
        gloss = short(english.get(character, ""))
        if hun or gloss:
            yield character, hun, gloss


def write(rows, path):
    data = "".join("\t".join(row) + "\n" for row in rows).encode("utf-8")
    subprocess.run(["zstd", "-q", "-f", "-19", "-o", str(path)], input=data, check=True)
    print(f"{path.name}: {data.count(10)} rows, {len(data)} -> {path.stat().st_size} bytes")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--house", type=Path, default=HERE.parent / "lexicon")
    parser.add_argument("--dic", type=Path, default=HERE.parent / "mecab-ko-dic" / "ko-dic.csv.zst")
    parser.add_argument("--out", type=Path, default=HERE)
    parser.add_argument("--debs", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        fetch(folder, options.debs)
        root = folder / "root"
        words, meanings = read_libhangul(root)
        english, on = read_unihan(root)
        house, pairs = read_house(options.house)
        ko, ja, zh = (read_wordfreq(folder, name) for name in ("small_ko", "large_ja", "large_zh"))
        rows, reasons = word_rows(words, read_mecab(options.dic), house, pairs, on, read_edict(root), ko, ja, zh)
        for reason, count in reasons.most_common():
            print(f"{count:7} {reason}")
        write(rows, options.out / "words.tsv.zst")
        used = {c for row in rows for c in row[2]} | {h for _, h in pairs}
        write(char_rows(meanings, english, used, pairs), options.out / "chars.tsv.zst")


if __name__ == "__main__":
    main()
