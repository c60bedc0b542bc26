mod dictionary {
    lindera_dictionary::embedded_dictionary!("/ko-dic", KoDic);
}
pub use dictionary::load;
