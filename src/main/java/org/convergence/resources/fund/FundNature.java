package org.convergence.resources.fund;

/** Who restricted a fund (R-FIN-4). */
public enum FundNature {
    /** By a giver or a will: a liability until it is used. */
    EXTERNAL,
    /** By our board: it stays within our net assets. */
    INTERNAL,
    /** By a giver or a will, with a capital that stays for good. */
    ENDOWMENT;

    /** The message key of its name. */
    public String key() {
        return "fund.nature." + name();
    }
}
