package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
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
class IdentityWatch {

    private final OpenerRepository openers;
    private final IdentityActionLog log;
    private final IdentityLetterSender identityLetterSender;
    private final OrganisationSettings settings;

    IdentityWatch(
            OpenerRepository openers,
            IdentityActionLog log,
            IdentityLetterSender identityLetterSender,
            OrganisationSettings settings) {
        this.openers = openers;
        this.log = log;
        this.identityLetterSender = identityLetterSender;
        this.settings = settings;
    }

    /** Logs an action of the current actor and notifies the others. */
    void logAction(PersonId person, String codeName, IdentityAction.IdentityActionKind kind, @Nullable String reason) {
        List<TrustedAccount> others = others(person);
        Optional<TrustedAccount> second = others.isEmpty() ? openers.findSecond() : Optional.empty();
        log.record(
                person,
                kind,
                reason,
                others.isEmpty(),
                second.map(TrustedAccount::name).orElse(null));
        others.forEach(each -> identityLetterSender.notifyAction(each, person, codeName, kind, false));
        second.ifPresent(each -> identityLetterSender.notifyAction(each, person, codeName, kind, true));
    }

    /**
     * Logs that the current actor holds a protected name, even where the operation is then refused, and notifies the
     * openers at most once a day each, since an imported list may name many. The actor learns nothing of it.
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void logRecognition(PersonId person) {
        Instant day = settings.today().atStartOfDay(settings.current().zone()).toInstant();
        List<TrustedAccount> untold = others(person).stream()
                .filter(each -> !log.hasRecognisedSince(day, each.account()))
                .toList();
        if (log.recordRecognition(person)) {
            untold.forEach(identityLetterSender::notifyRecognition);
        }
    }

    /**
     * Logs the erasure of a protected person and notifies the openers and the second person. It is irreversible, so it
     * is always reviewed (R-SEC-12).
     */
    void logErasure(PersonId person, String codeName, String reason) {
        Optional<TrustedAccount> second = openers.findSecond();
        log.record(
                person,
                IdentityAction.IdentityActionKind.FORGOTTEN,
                reason,
                true,
                second.map(TrustedAccount::name).orElse(null));
        Set<TrustedAccount> readers = new LinkedHashSet<>(others(person));
        second.ifPresent(readers::add);
        readers.forEach(each -> identityLetterSender.notifyErasure(each, codeName));
    }

    private List<TrustedAccount> others(PersonId person) {
        return openers.findByPerson(person).stream()
                .filter(each -> !each.account().equals(CurrentActor.get().id()))
                .toList();
    }
}
