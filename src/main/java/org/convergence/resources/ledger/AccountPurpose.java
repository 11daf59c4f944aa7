package org.convergence.resources.ledger;

/** What an account of the books is for here. There may be several banks; each other purpose has one account. */
public enum AccountPurpose {
    /** Where money is. */
    BANK("1010"),
    /** What is owed to the organisation. */
    RECEIVABLE("1100"),
    /** What somebody paid and that settles nothing yet. */
    ADVANCE("2410"),
    /** What will not be paid any more. */
    LOSS("5900"),
    DUES("4100"),
    GIFT("4200"),
    /** An appeal beside the dues, as for an anniversary. */
    APPEAL("4110"),
    OTHER("4900");

    private final String usualCode;

    AccountPurpose(String usualCode) {
        this.usualCode = usualCode;
    }

    /** The number that it has until the accountant says hers. */
    public String usualCode() {
        return usualCode;
    }

    /** The message that names it. */
    public String key() {
        return "ledger.purpose." + name();
    }

    /** Whether money that arrives may be entered there, beside invoices. */
    public boolean takesMoney() {
        return this == GIFT || this == APPEAL || this == OTHER || this == ADVANCE;
    }
}
