package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts.Trusted;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notifies the other openers of each action on an identity. A sole opener may act alone: the second person is notified
 * at once, and another reviews it (R-SEC-12).
 */
@Component
class Watch {

    private final Openers openers;
    private final GestureLog log;
    private final Telling telling;
    private final OrganisationSettings settings;

    Watch(Openers openers, GestureLog log, Telling telling, OrganisationSettings settings) {
        this.openers = openers;
        this.log = log;
        this.telling = telling;
        this.settings = settings;
    }

    /** Logs an action of the current actor and notifies the others. */
    void seen(PersonId person, String codeName, Gesture.Kind kind, @Nullable String reason) {
        List<Trusted> others = others(person);
        Optional<Trusted> second = others.isEmpty() ? openers.second() : Optional.empty();
        log.note(
                person,
                kind,
                reason,
                others.isEmpty(),
                second.map(Trusted::name).orElse(null));
        others.forEach(each -> telling.tell(each, person, codeName, kind, false));
        second.ifPresent(each -> telling.tell(each, person, codeName, kind, true));
    }

    /**
     * Logs that the current actor holds a protected name, even where the operation is then refused, and notifies the
     * openers at most once a day each, since an imported list may name many. The actor learns nothing of it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recognised(PersonId person) {
        Instant day = settings.today().atStartOfDay(settings.current().zone()).toInstant();
        List<Trusted> untold = others(person).stream()
                .filter(each -> !log.recognisedSince(day, each.account()))
                .toList();
        if (log.recognised(person)) {
            untold.forEach(telling::recognised);
        }
    }

    /**
     * Logs the erasure of a protected person and notifies the openers and the second person. It is irreversible, so it
     * is always reviewed (R-SEC-12).
     */
    void forgotten(PersonId person, String codeName, String reason) {
        Optional<Trusted> second = openers.second();
        log.note(
                person,
                Gesture.Kind.FORGOTTEN,
                reason,
                true,
                second.map(Trusted::name).orElse(null));
        Set<Trusted> readers = new LinkedHashSet<>(others(person));
        second.ifPresent(readers::add);
        readers.forEach(each -> telling.forgotten(each, codeName));
    }

    private List<Trusted> others(PersonId person) {
        return openers.of(person).stream()
                .filter(each -> !each.account().equals(CurrentActor.get().id()))
                .toList();
    }
}
