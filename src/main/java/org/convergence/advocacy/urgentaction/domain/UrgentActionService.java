package org.convergence.advocacy.urgentaction.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.ActionUpdate;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.AlertFacts;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.RiskTier;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionOutcome;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.WordingConsentGiver;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.SourceTexts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes urgent actions: the alert, the public words, the yes to them, the check of the risk, news, and the end. A
 * change of the words asks for the yes again, one of the tier for the check (R-ADV-10); until they come, the public page
 * of an action that has left is not shown.
 */
@Service
@Transactional
@Requires(UrgentActionPermissions.EDIT)
public class UrgentActionService {

    /** The longest time between sending and expiry, in months. */
    static final int MOST_MONTHS = 6;

    private final UrgentActionRepository repository;
    private final SignOnRepository signOns;
    private final UrgentActionLetterSender letters;
    private final RiskCheckLetterSender checks;
    private final UrgentActionRealisationRecorder realisations;
    private final SignOnCounter counter;
    private final PublicNameCheck names;
    private final SourceTexts texts;
    private final OrganisationSettings settings;

    UrgentActionService(
            UrgentActionRepository repository,
            SignOnRepository signOns,
            UrgentActionLetterSender letters,
            RiskCheckLetterSender checks,
            UrgentActionRealisationRecorder realisations,
            SignOnCounter counter,
            PublicNameCheck names,
            SourceTexts texts,
            OrganisationSettings settings) {
        this.repository = repository;
        this.signOns = signOns;
        this.letters = letters;
        this.checks = checks;
        this.realisations = realisations;
        this.counter = counter;
        this.names = names;
        this.texts = texts;
        this.settings = settings;
    }

    /** A yes as the form says it. */
    public record ConsentFacts(
            WordingConsentGiver giver, String name, String how, LocalDate givenOn, LocalDate until) {}

    /** @throws NotFound if there is no such action */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public UrgentAction findById(UrgentActionId id) {
        return repository.findById(id);
    }

    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public PublicWording findWording(UrgentActionId id) {
        return repository.findWording(id);
    }

    /** The news of an action, the latest first. */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public List<ActionUpdate> findUpdates(UrgentActionId id) {
        return repository.findUpdates(id);
    }

    /** What stands in the way of sending, as message keys; empty if nothing does. */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public List<String> findObstacles(UrgentActionId id) {
        return UrgentActionPolicy.findObstacles(repository.findById(id), repository.findWording(id), settings.today());
    }

    /** @throws Refused if the expiry is over, or too far */
    @Transactional(label = "urgentaction.receive")
    public UrgentActionId create(AlertFacts facts) {
        LocalDate today = settings.today();
        requireExpiry(facts.expiresOn(), today);
        Actor actor = CurrentActor.get();
        return repository.insert(facts, actor.id(), actor.personId(), today.getYear());
    }

    /**
     * Changes an alert; the yes is asked again if the degree of identity or the person changes, the check if the tier
     * does.
     */
    @Transactional(label = "urgentaction.edit")
    public void update(UrgentActionId id, int version, AlertFacts facts) {
        UrgentAction before = requireNotClosed(repository.lock(id));
        OptimisticLock.requireSameVersion(UrgentActionRepository.TABLE, id.value(), version, before.version());
        if (!facts.expiresOn().equals(before.expiresOn())) {
            requireExpiry(facts.expiresOn(), settings.today());
        }
        boolean sameRisk = facts.risk() == before.risk();
        repository.update(
                id,
                version,
                facts,
                sameRisk ? before.riskBy() : CurrentActor.get().id(),
                facts.degree() != before.degree() || !Objects.equals(facts.person(), before.person()));
    }

    private static void requireExpiry(LocalDate expiresOn, LocalDate today) {
        if (expiresOn.isBefore(today) || expiresOn.isAfter(today.plusMonths(MOST_MONTHS))) {
            throw new Refused("urgentaction.refused.expiry", MOST_MONTHS);
        }
    }

    /** Changes the public words and the targets; other words need another yes. */
    @Transactional(label = "urgentaction.write")
    public void saveWording(UrgentActionId id, int version, PublicWording wording) {
        UrgentAction before = requireNotClosed(repository.lock(id));
        OptimisticLock.requireSameVersion(UrgentActionRepository.TABLE, id.value(), version, before.version());
        PublicWording former = repository.findWording(id);
        repository.saveWording(id, wording);
        repository.set(
                id,
                Map.of("wording", former.texts().equals(wording.texts()) ? before.wording() : before.wording() + 1));
    }

    /**
     * Records the yes to the present words. After a withdrawal the action is prepared again, to be published without a
     * second letter.
     *
     * @throws Refused if there are no words yet, the days cannot be, or the words that become public at once name people
     */
    @Transactional(label = "urgentaction.consent")
    public void recordConsent(UrgentActionId id, int version, ConsentFacts consent) {
        UrgentAction before = requireNotClosed(repository.lock(id));
        OptimisticLock.requireSameVersion(UrgentActionRepository.TABLE, id.value(), version, before.version());
        PublicWording wording = repository.findWording(id);
        if (wording.texts().isEmpty()) {
            throw new Refused("urgentaction.refused.no-words");
        }
        if (before.state() == UrgentActionState.OUT) {
            names.requireNobodyNamed(before, PublicNameCheck.texts(wording));
        }
        if (consent.givenOn().isAfter(settings.today()) || consent.until().isBefore(settings.today())) {
            throw new Refused("urgentaction.refused.consent-days");
        }
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("consent_giver", consent.giver());
        columns.put("consent_name", consent.name());
        columns.put("consent_how", consent.how());
        columns.put("consent_given_on", consent.givenOn());
        columns.put("consent_until", consent.until());
        columns.put("consent_wording", before.wording());
        if (before.state() == UrgentActionState.WITHDRAWN) {
            columns.put("state", UrgentActionState.DRAFT);
            columns.put("withdrawn_on", null);
        }
        repository.set(id, columns);
    }

    /**
     * Takes the yes back: one word is enough. An action that has left is withdrawn at once, with its realisation and its
     * waiting letters.
     */
    @Transactional(label = "urgentaction.withdraw")
    public WithdrawnAction withdrawConsent(UrgentActionId id) {
        UrgentAction before = requireNotClosed(repository.lock(id));
        Map<String, @Nullable Object> columns = new HashMap<>();
        for (String column : List.of("giver", "name", "how", "given_on", "until", "wording")) {
            columns.put("consent_" + column, null);
        }
        int takenBack = 0;
        int copies = 0;
        if (before.state() == UrgentActionState.OUT) {
            columns.put("state", UrgentActionState.WITHDRAWN);
            columns.put("withdrawn_on", settings.today());
            takenBack = letters.takeBack(id);
            copies = texts.takeBack(UrgentActionRepository.TABLE, id.value());
            realisations.withdraw(id);
        }
        repository.set(id, columns);
        return new WithdrawnAction(takenBack, copies);
    }

    /** How many waiting letters of an action were taken back, and how many organisations have a copy of its text. */
    public record WithdrawnAction(int letters, int copies) {}

    /**
     * Checks the present risk tier.
     *
     * @throws Refused if the actor chose the tier
     */
    @Transactional(label = "urgentaction.check")
    public void check(UrgentActionId id) {
        UrgentAction before = requireNotClosed(repository.lock(id));
        Actor actor = CurrentActor.get();
        if (actor.id().equals(before.riskBy())) {
            throw new Refused("urgentaction.refused.same-person");
        }
        repository.setCheck(before, actor.label(), settings.today());
    }

    /**
     * Asks a person to check the risk tier by a link.
     *
     * @throws Refused if it is the actor, or no address is known
     */
    @Transactional(label = "urgentaction.ask-check")
    public void askCheck(UrgentActionId id, PersonId person) {
        UrgentAction action = requireNotClosed(repository.lock(id));
        UUID mine = CurrentActor.get().personId();
        if (person.value().equals(mine)) {
            throw new Refused("urgentaction.refused.same-person");
        }
        RiskTier risk = action.risk();
        checks.ask(action, person, signOns.prepareLink(id, null, person, risk));
    }

    /** @throws Refused if the action has not left, or is over, or its news name people */
    @Transactional(label = "urgentaction.update")
    public void postUpdate(UrgentActionId id, ActionUpdate update) {
        UrgentAction action = repository.lock(id);
        if (!UrgentActionPolicy.isPublic(action, settings.today())) {
            throw new Refused("urgentaction.refused.not-out");
        }
        names.requireNobodyNamed(action, List.of(update.fr(), update.es(), update.en()));
        repository.insertUpdate(id, update);
    }

    /**
     * Closes an action: its page is withdrawn, its counts are kept, its waiting letters do not leave.
     *
     * @return the number of organisations that have a copy of its text
     * @throws Refused if the account, which goes to those who signed, names a person of the directory
     */
    @Transactional(label = "urgentaction.close")
    public int close(UrgentActionId id, UrgentActionOutcome outcome, String account) {
        UrgentAction before = requireNotClosed(repository.lock(id));
        names.requireNobodyNamed(before, List.of(account));
        counter.freeze(before);
        repository.set(
                id,
                Map.of(
                        "state",
                        UrgentActionState.CLOSED,
                        "closed_on",
                        settings.today(),
                        "outcome",
                        outcome,
                        "account",
                        account));
        letters.takeBack(id);
        return before.state() == UrgentActionState.OUT && !before.isPast(settings.today())
                ? texts.takeBack(UrgentActionRepository.TABLE, id.value())
                : 0;
    }

    /** The organisations that signed and their members: as kept, else as they are today. */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public SignOnCount count(UrgentActionId id) {
        return counter.count(repository.findById(id));
    }

    private static UrgentAction requireNotClosed(UrgentAction action) {
        if (action.state() == UrgentActionState.CLOSED) {
            throw new Refused("urgentaction.refused.closed");
        }
        return action;
    }
}
