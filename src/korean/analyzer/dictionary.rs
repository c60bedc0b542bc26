//! The complete mecab-ko-dic, built by `build.rs` and embedded: opened in place, nothing is copied.

lindera_dictionary::embedded_dictionary!("/ko-dic", KoDic);
