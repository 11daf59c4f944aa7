package org.convergence.resources.ledger;

/** The purposes of the accounts of the books. There may be several banks; each other purpose has one account. */
public enum AccountPurpose {
    /** A bank account. */
    BANK("1010"),
    /** What is owed to the organisation. */
    RECEIVABLE("1100"),
    /** Money received that settles nothing yet. */
    ADVANCE("2410"),
    /** Debts written off. */
    LOSS("5900"),
    DUES("4100"),
    GIFT("4200"),
    /** An appeal besides the dues, as for an anniversary. */
    APPEAL("4110"),
    /** What a funder pays under an agreement, or for a subsidised wage. */
    GRANT("4400"),
    OTHER("4900"),
    /** Tickets and tables of events. */
    TICKET("4300"),
    /** The federal tax charged (TPS). */
    GST("2310"),
    /** The tax of Québec charged (TVQ). */
    QST("2320");

    private final String usualCode;

    AccountPurpose(String usualCode) {
        this.usualCode = usualCode;
    }

    /** The account number until the accountant sets another. */
    public String usualCode() {
        return usualCode;
    }

    /** The message key of its name. */
    public String key() {
        return "ledger.purpose." + name();
    }

    /** Whether received money may be entered there directly, without an invoice. */
    public boolean takesMoney() {
        return switch (this) {
            case GIFT, APPEAL, GRANT, OTHER, TICKET, ADVANCE -> true;
            case BANK, RECEIVABLE, LOSS, DUES, GST, QST -> false;
        };
    }
}
