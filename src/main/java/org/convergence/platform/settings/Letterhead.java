package org.convergence.platform.settings;

import java.util.List;

/**
 * What a paper shows of its sender besides the name.
 *
 * @param lines under the name; may be empty
 * @param contact telephone, mail and site in one line, for the foot of a single sheet; may be empty
 * @param logo a JPEG; empty without one
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Letterhead(List<String> lines, String contact, byte[] logo) {

    /** The name alone. */
    public static final Letterhead NONE = new Letterhead(List.of(), "", new byte[0]);

    public Letterhead {
        lines = List.copyOf(lines);
    }

    /** Its lines in two at most: the name and address, then the contact details; empty without any. */
    public String inTwoLines() {
        String joined = String.join(" · ", lines);
        return contact.isEmpty() ? joined : joined.replace(" · " + contact, "\n" + contact);
    }
}
