package org.convergence.advocacy.urgentaction.domain;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.IdentityDegree;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.database.Refused;
import org.springframework.stereotype.Component;

/** Finds the people of the directory that public texts of an urgent action name without their agreement (R-ADV-10). */
@Component
record PublicNameCheck(NamedPeopleFinder names, PeopleDirectory people) {

    /** Their names; the person concerned is left out where the action names her. */
    Set<String> findNamed(UrgentAction action, List<String> texts) {
        Set<String> found =
                names.findNames(texts).stream().flatMap(List::stream).collect(Collectors.toCollection(TreeSet::new));
        PersonId person = action.person();
        if (action.degree() == IdentityDegree.NAMED && person != null) {
            people.personNames(List.of(person)).values().stream()
                    .map(PersonName::name)
                    .forEach(found::remove);
        }
        return found;
    }

    /** @throws Refused if a text names one of them */
    void requireNobodyNamed(UrgentAction action, List<String> texts) {
        Set<String> named = findNamed(action, texts);
        if (!named.isEmpty()) {
            throw new Refused("urgentaction.refused.names", String.join(", ", named));
        }
    }

    /** All public texts of a wording. */
    static List<String> texts(PublicWording wording) {
        return wording.texts().stream()
                .flatMap(each -> Stream.of(each.title(), each.story(), each.subject(), each.letter()))
                .toList();
    }
}
