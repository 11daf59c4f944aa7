package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.TextNormalizer;

/** The columns of a general ledger, with their titles in the usual software. */
public enum BooksColumn implements ImportColumn {
    ACCOUNT(
            "compte",
            "no de compte",
            "numéro de compte",
            "numéro du compte",
            "account",
            "account number",
            "gl",
            "poste"),
    DAY("date", "date de l’écriture", "date de transaction", "transaction date", "date comptable", "jour"),
    REFERENCE(
            "référence",
            "no de pièce",
            "pièce",
            "source",
            "numéro",
            "num",
            "reference",
            "document",
            "no",
            "numéro d’écriture"),
    TEXT("texte", "description", "libellé", "commentaire", "memo", "details", "nom", "name", "tiers"),
    DEBIT("débit", "débits", "debit", "debits"),
    CREDIT("crédit", "crédits", "credit", "credits"),
    AMOUNT("montant", "amount", "solde de l’écriture"),
    /** Debit or credit, as a word or a letter, beside an amount without sign. */
    DIRECTION("sens", "signe", "d c", "c d", "dr cr", "cr dr", "débit crédit", "crédit débit", "debe haber");

    private final List<String> titles;

    BooksColumn(String... titles) {
        this.titles = Stream.of(titles).map(TextNormalizer::fold).toList();
    }

    @Override
    public String key() {
        return "ledger.books.column." + name();
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    @Override
    public boolean mayRepeat() {
        return this == TEXT;
    }
}
