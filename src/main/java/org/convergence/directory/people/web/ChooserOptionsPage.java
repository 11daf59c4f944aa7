package org.convergence.directory.people.web;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.directory.people.PartyChoice;
import org.convergence.directory.people.PartyChooser;
import org.convergence.platform.text.Words;

/**
 * The matches under a chooser field.
 *
 * @param kind of what is chosen, such as persons
 * @param list the list's id, the prefix of its lines' ids
 */
public record ChooserOptionsPage(String kind, String list, PartyChooser.ChooserMatches offered) {

    /** Details that distinguish choices of the same name: acronym, place and parents, or functions. */
    public String about(PartyChoice choice, Words t) {
        String brief = choice.brief().equals(choice.name()) ? "" : choice.brief();
        return Stream.of(brief, DirectoryFormatter.formatPlace(choice.place(), t), choice.about())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }
}
