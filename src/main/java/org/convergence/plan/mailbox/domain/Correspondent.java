package org.convergence.plan.mailbox.domain;

/**
 * Someone whom a mail names.
 *
 * @param name as it stands there; may be empty
 * @param mail her address in small letters; may be empty
 */
public record Correspondent(String name, String mail) {

    private static final int LONGEST_NAME = 200;

    public Correspondent {
        name = name.strip().replaceAll("\\s+", " ");
        name = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    /** What to show of her. */
    public String shown() {
        return name.isEmpty() ? mail : mail.isEmpty() ? name : name + " <" + mail + ">";
    }
}
