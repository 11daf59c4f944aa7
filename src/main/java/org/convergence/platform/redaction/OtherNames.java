package org.convergence.platform.redaction;

import java.util.Set;

/**
 * What is known of others, beside whose names a name is uncertain.
 *
 * @param given given names and their words, folded
 * @param families family names and their words, folded; empty if they are not known
 * @param acronyms acronyms of organisations, folded, which are no initials of the person
 */
record OtherNames(Set<String> given, Set<String> families, Set<String> acronyms) {

    static final OtherNames NONE = new OtherNames(Set.of(), Set.of(), Set.of());
}
