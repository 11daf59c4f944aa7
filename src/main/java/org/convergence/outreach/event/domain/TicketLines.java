package org.convergence.outreach.event.domain;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.convergence.platform.text.TextNormalizer;

/** The lines of a list read so far: those without a ticket number are told apart by their place in their order. */
public final class TicketLines {

    private final Map<String, Integer> counts = new HashMap<>();
    private final Set<String> numbered = new HashSet<>();

    /** The reference of the next line of a type in an order, without a name. */
    String number(String order, String type) {
        String kind = order + "|" + TextNormalizer.fold(type);
        return kind + "|" + counts.merge(kind, 1, Integer::sum);
    }

    /** Whether a ticket number stands in a line above. */
    boolean isRepeated(String reference) {
        return !numbered.add(reference);
    }
}
