//! What the field, the keyboard and the sound say.

super::messages! {
    /// An edit of the field, a sign or a note beside it.
    Typing {
        KeyboardSign => "두벌식", "2-set";
        KeyboardOn => "두벌식 자판을 켰어요. 영문 자판으로 한글을 쳐요.", "The built-in 2-set keyboard is on: type Hangul with Latin keys.";
        KeyboardOff => "두벌식 자판을 껐어요. 한글은 시스템 입력기로 쳐요.", "The built-in keyboard is off: type Hangul with your input method.";
        SoundOff => "소리가 꺼져 있어요. 설정에 sound = [\"espeak-ng\", \"-v\", \"ko\"]처럼 적으면 켜져요.", "Sound is off; a line like sound = [\"espeak-ng\", \"-v\", \"ko\"] in the settings turns it on.";

        Left => "왼쪽으로", "left";
        Right => "오른쪽으로", "right";
        WordLeft => "앞 낱말로", "word left";
        WordRight => "뒤 낱말로", "word right";
        Start => "맨 앞으로", "to the start";
        End => "맨 뒤로", "to the end";
        Backspace => "앞 글자 지우기", "delete before";
        Delete => "뒤 글자 지우기", "delete behind";
        KillWordLeft => "앞 낱말 지우기", "delete word before";
        KillWordRight => "뒤 낱말 지우기", "delete word behind";
        KillToStart => "앞을 모두 지우기", "delete to start";
        KillToEnd => "뒤를 모두 지우기", "delete to end";
        Undo => "쓴 것 되돌리기", "undo typing";
        Redo => "되돌린 것 다시", "redo typing";
    }
}
