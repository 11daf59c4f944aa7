package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.TrustedAccounts.TrustedAccount;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notifies the other openers of each action on an identity. A sole opener may act alone: the second person is notified
 * at once, and another reviews it (R-SEC-12). Letters have neither the name nor the reason, which is on the page.
 */
@Component
class IdentityWatch {

    private static final String PURPOSE = "protection_told";

    private final OpenerRepository openers;
    private final IdentityActionLog log;
    private final OrganisationSettings settings;
    private final Outbox outbox;
    private final RecipientWords recipientWords;
    private final BaseUrl baseUrl;

    IdentityWatch(
            OpenerRepository openers,
            IdentityActionLog log,
            OrganisationSettings settings,
            Outbox outbox,
            RecipientWords recipientWords,
            BaseUrl baseUrl) {
        this.openers = openers;
        this.log = log;
        this.settings = settings;
        this.outbox = outbox;
        this.recipientWords = recipientWords;
        this.baseUrl = baseUrl;
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
        others.forEach(each -> notifyAction(each, person, codeName, kind, false));
        second.ifPresent(each -> notifyAction(each, person, codeName, kind, true));
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
            untold.forEach(this::notifyRecognition);
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
        readers.forEach(each -> notifyErasure(each, codeName));
    }

    private List<TrustedAccount> others(PersonId person) {
        return openers.findByPerson(person).stream()
                .filter(each -> !each.account().equals(CurrentActor.get().id()))
                .toList();
    }

    /**
     * Writes to one account.
     *
     * @param alone whether the reader is to review an action done alone
     */
    private void notifyAction(
            TrustedAccount reader,
            PersonId person,
            String codeName,
            IdentityAction.IdentityActionKind kind,
            boolean alone) {
        Words t = recipientWords.forLanguage(reader.language());
        String url = baseUrl.value()
                + (alone && !reader.seesPeople()
                        ? "/directory/protection/reviews"
                        : "/directory/protection/persons/" + person.value());
        outbox.post(new Letter(
                        reader.mail(),
                        t.say("protection.letter.subject", codeName),
                        t.say(
                                alone ? "protection.letter.alone" : "protection.letter.text",
                                reader.name(),
                                CurrentActor.get().label(),
                                t.say(kind.key()),
                                codeName,
                                url,
                                settings.current().name()),
                        PURPOSE,
                        null)
                .hidingSubject());
    }

    /**
     * Notifies that a person under a code name was erased; their page is gone, the reason is on the page of reviews.
     */
    private void notifyErasure(TrustedAccount reader, String codeName) {
        Words t = recipientWords.forLanguage(reader.language());
        outbox.post(new Letter(
                        reader.mail(),
                        t.say("protection.letter.subject", codeName),
                        t.say(
                                "protection.letter.forgotten",
                                reader.name(),
                                CurrentActor.get().label(),
                                codeName,
                                baseUrl.value() + "/directory/protection/reviews",
                                settings.current().name()),
                        PURPOSE,
                        null)
                .hidingSubject());
    }

    /**
     * Notifies that a person the reader may open was named elsewhere; not which one, since the actor knows the name.
     */
    private void notifyRecognition(TrustedAccount reader) {
        Words t = recipientWords.forLanguage(reader.language());
        outbox.post(new Letter(
                        reader.mail(),
                        t.say("protection.letter.recognised.subject"),
                        t.say(
                                "protection.letter.recognised.text",
                                reader.name(),
                                CurrentActor.get().label(),
                                baseUrl.value() + "/directory/protection",
                                settings.current().name()),
                        PURPOSE,
                        null)
                .hidingSubject());
    }
}
