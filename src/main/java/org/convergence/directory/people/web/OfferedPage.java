package org.convergence.directory.people.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.Choice;
import org.convergence.directory.people.Chooser;
import org.convergence.platform.text.Words;

/**
 * The list under a field with which one chooses.
 *
 * @param kind organisations or persons
 * @param list the list's id, which begins those of its lines
 */
public record OfferedPage(String kind, String list, Chooser.Offered offered) {

    /** What tells one from others of its name: acronym, place, to whom it belongs; what she does. */
    public String about(Choice choice, Words t) {
        String brief = choice.brief().equals(choice.name()) ? "" : choice.brief();
        return Stream.of(brief, Saying.place(choice.place(), t), choice.about())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
