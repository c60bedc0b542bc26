"""Makes a learners' dictionary in XML of the size of the real one, from the shape of the tests' fixture.

    python3 benches/krdict.py OUT.xml [MEGABYTES]      # 390 without a number

Every entry has three senses in eleven languages, so that there are as many entries as in the real one (some 52,000) and
as much that is left out. Words, glosses and sentences are put together at random, with a fixed seed.
"""

import random
import sys

SYLLABLES = [chr(code) for code in range(0xAC00, 0xD7A4, 28)]
ENGLISH = "market rate stock fund rise fall growth trade export firm bank share price plan deal open new long".split()
LANGUAGES = "몽골어 베트남어 타이어 인도네시아어 러시아어 영어 일본어 중국어 프랑스어 스페인어 아랍어".split()
CLASSES = ["명사", "동사", "형용사", "부사"]
LEVELS = ["초급", "중급", "고급", "없음"]


def feat(name, value):
    return f'<feat att="{name}" val="{value}" />\n'


def entry(number, rand):
    word = "".join(rand.choices(SYLLABLES, k=rand.randint(2, 4)))
    korean = lambda words: " ".join("".join(rand.choices(SYLLABLES, k=3)) for _ in range(words))
    english = lambda words: " ".join(rand.choices(ENGLISH, k=words))
    out = [f'<LexicalEntry att="id" val="{number}">\n', feat("homonym_number", number % 3), feat("lexicalUnit", "단어")]
    out += [feat("partOfSpeech", rand.choice(CLASSES)), feat("origin", "進出"), feat("vocabularyLevel", rand.choice(LEVELS))]
    out += ["<Lemma>", feat("writtenForm", word), "</Lemma>\n<WordForm>", feat("type", "발음"), feat("pronunciation", word)]
    out += ["</WordForm>\n"]
    for sense in range(3):
        out += [f'<Sense att="id" val="{sense + 1}">\n', feat("definition", korean(8) + ".")]
        for _ in range(4):
            out += ["<SenseExample>", feat("type", "구"), feat("example", korean(5) + "."), "</SenseExample>\n"]
        for language in LANGUAGES:
            out += ["<Equivalent>", feat("language", language), feat("lemma", english(2)), feat("definition", english(9) + ".")]
            out += ["</Equivalent>\n"]
        out += ["</Sense>\n"]
    out += ["</LexicalEntry>\n"]
    return "".join(out)


def main():
    path = sys.argv[1]
    size = int(sys.argv[2] if len(sys.argv) > 2 else 390) * 1_000_000
    rand = random.Random(1)
    written = number = 0
    with open(path, "w", encoding="utf-8") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n<LexicalResource dtdVersion="16"><Lexicon>\n')
        while written < size:
            number += 1
            text = entry(number, rand)
            file.write(text)
            written += len(text.encode())
        file.write("</Lexicon></LexicalResource>\n")
    print(f"{number} entries, {written / 1e6:.0f} MB")


main()
