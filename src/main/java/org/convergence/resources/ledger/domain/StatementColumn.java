package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.stream.Stream;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.text.TextNormalizer;

/** The columns of a bank's file, with their titles at the usual institutions. */
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
            "day",
            "fecha"),
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
            "text",
            "descripción",
            "concepto"),
    WITHDRAWAL(
            "retrait",
            "retraits",
            "débit",
            "débits",
            "sorties",
            "décaissements",
            "withdrawal",
            "withdrawals",
            "debit",
            "money out",
            "paid out",
            "funds out",
            "sortie de fonds",
            "cargo",
            "cargos",
            "debe",
            "retiro",
            "egreso"),
    DEPOSIT(
            "dépôt",
            "dépôts",
            "crédit",
            "crédits",
            "entrées",
            "encaissements",
            "deposit",
            "deposits",
            "credit",
            "money in",
            "paid in",
            "funds in",
            "entrée de fonds",
            "abono",
            "abonos",
            "haber",
            "depósito",
            "ingreso"),
    AMOUNT("montant", "montant de l’opération", "amount", "transaction amount", "cad", "cad $", "importe", "monto"),
    /** Its values are interpreted by {@link DirectionVocabulary}. */
    DIRECTION(
            "sens",
            "sens de l’opération",
            "direction",
            "signe",
            "sign",
            "dr cr",
            "cr dr",
            "d c",
            "c d",
            "débit crédit",
            "crédit débit",
            "débit ou crédit",
            "crédit ou débit",
            "debit or credit",
            "credit or debit",
            "dépôt retrait",
            "retrait dépôt",
            "deposit withdrawal",
            "withdrawal deposit",
            "entrée sortie",
            "in out",
            "cargo abono",
            "abono cargo",
            "debe haber",
            "signo",
            "sentido"),
    CURRENCY("devise", "monnaie", "currency", "moneda", "ccy"),
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
    BALANCE("solde", "solde courant", "balance", "running balance", "saldo");

    private final List<String> titles;

    StatementColumn(String... titles) {
        this.titles = Stream.of(titles).map(TextNormalizer::fold).toList();
    }

    @Override
    public String key() {
        return "ledger.statement.column." + name();
    }

    @Override
    public List<String> titles() {
        return titles;
    }

    /** The text of a line may span several columns. */
    @Override
    public boolean mayRepeat() {
        return this == TEXT;
    }
}
