package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.Fold;

/** What a column of a bank's file may hold, with the titles of the usual institutions. */
public enum StatementColumn implements ImportColumn {
    DAY(
            "date",
            "date de l’opération",
            "date de transaction",
            "date opération",
            "date d’inscription",
            "transaction date",
            "date posted",
            "posted date",
            "posting date",
            "jour",
            "day"),
    TEXT(
            "description",
            "description 1",
            "description 2",
            "description 3",
            "libellé",
            "détails",
            "détails de l’opération",
            "opération",
            "sub description",
            "memo",
            "payee",
            "details",
            "texte",
            "text"),
    WITHDRAWAL("retrait", "retraits", "débit", "débits", "withdrawal", "withdrawals", "debit", "money out"),
    DEPOSIT("dépôt", "dépôts", "crédit", "crédits", "deposit", "deposits", "credit", "money in"),
    AMOUNT("montant", "montant de l’opération", "amount", "transaction amount", "cad", "cad $"),
    REFERENCE(
            "numéro de chèque",
            "no de chèque",
            "no chèque",
            "chèque",
            "cheque number",
            "cheque no",
            "référence",
            "reference",
            "numéro de référence"),
    BALANCE("solde", "solde courant", "balance", "running balance");

    private final List<String> titles;

    StatementColumn(String... titles) {
        this.titles = Stream.of(titles).map(Fold::of).toList();
    }

    @Override
    public String key() {
        return "ledger.statement.column." + name();
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    /** What is written of a line may stand in several columns. */
    @Override
    public boolean mayRepeat() {
        return this == TEXT;
    }
}
