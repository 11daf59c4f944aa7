package org.convergence.plan.mailbox.domain;

/**
 * A person named in a mail.
 *
 * @param name as written; may be empty
 * @param mail the address in lower case; may be empty
 */
public record Correspondent(String name, String mail) {

    private static final int LONGEST_NAME = 200;

    public Correspondent {
        name = name.strip().replaceAll("\\s+", " ");
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** The name with the address, for display. */
    public String displayName() {
        return name.isEmpty() ? mail : mail.isEmpty() ? name : name + " <" + mail + ">";
    }
}
