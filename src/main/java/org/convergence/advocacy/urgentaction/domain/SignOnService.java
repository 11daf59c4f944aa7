package org.convergence.advocacy.urgentaction.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnFacts;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnId;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.SignOnRepository.ActionLink;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.PublicWording;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.LetterStatus;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.OrganisationSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Signatures of organisations (R-ADV-8): by the public form, confirmed from the organisation's address of record, or
 * recorded by the team. An organisation signs once, however its name is spelled and however often the form is sent.
 */
@Service
@Transactional
@Requires(UrgentActionPermissions.EDIT)
public class SignOnService {

    /** The beginning of the addresses of links. */
    public static final String PATH = "/advocacy/urgentaction/link/";

    static final Actor VISITOR = Actor.system("urgent action");

    private static final int MOST = 500;
    private static final int MOST_NAMES = 3;
    private static final Set<SignOnState> STANDING = Set.of(SignOnState.PENDING, SignOnState.CONFIRMED);

    private final SignOnRepository signOns;
    private final UrgentActionRepository actions;
    private final SignOnLetterSender letters;
    private final UrgentActionRealisationRecorder realisations;
    private final PeopleDirectory people;
    private final LetterStatusService statuses;
    private final SignOnCounter counter;
    private final OrganisationSettings settings;

    SignOnService(
            SignOnRepository signOns,
            UrgentActionRepository actions,
            SignOnLetterSender letters,
            UrgentActionRealisationRecorder realisations,
            PeopleDirectory people,
            LetterStatusService statuses,
            SignOnCounter counter,
            OrganisationSettings settings) {
        this.signOns = signOns;
        this.actions = actions;
        this.letters = letters;
        this.realisations = realisations;
        this.people = people;
        this.statuses = statuses;
        this.counter = counter;
        this.settings = settings;
    }

    /**
     * The page behind a link.
     *
     * @param signOn the signature; {@code null} if the link is for a check of the risk
     * @param mayCheck whether the tier still waits for this check
     */
    public record LinkView(
            UrgentAction action,
            PublicWording wording,
            @Nullable SignOn signOn,
            boolean isPublic,
            boolean mayCheck) {}

    /** The signatures of an action in some states, the oldest first, at most 500. */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public List<SignOn> findByAction(UrgentActionId action, Set<SignOnState> states) {
        return signOns.findByAction(action, states, MOST);
    }

    /** The last letter about each signature, with its state. */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public Map<UUID, LetterStatus> findLetters(List<SignOn> signatures) {
        return statuses.findByRecords(
                SignOnLetterSender.MATTER,
                signatures.stream().map(each -> each.id().value()).toList());
    }

    /** The organisations of the directory whose names resemble a typed one. */
    @Transactional(readOnly = true)
    @Requires(UrgentActionPermissions.READ)
    public List<OrganisationName> findSimilar(SignOn signOn) {
        return people.findOrganisations(signOn.name(), MOST_NAMES);
    }

    /**
     * Signs by the public form. The same answer is given whether the organisation is known or not, and whether it signed
     * before or not.
     *
     * @throws Refused if the action is no longer public
     */
    @Open("anyone may say that an organisation signs; its address of record confirms it")
    @Transactional(label = "urgentaction.sign")
    public void sign(UrgentActionId id, SignOnFacts facts) {
        CurrentActor.runAs(VISITOR, () -> {
            UrgentAction action = actions.findById(id);
            if (!UrgentActionPolicy.isPublic(action, settings.today())) {
                throw new Refused("public.urgentaction.over");
            }
            OrganisationId organisation =
                    people.findOrganisationNamed(facts.organisation()).orElse(null);
            propose(action, organisation, facts);
        });
    }

    private void propose(UrgentAction action, @Nullable OrganisationId organisation, SignOnFacts facts) {
        Optional<SignOn> former = findLocked(action.id(), organisation, facts.organisation());
        if (former.filter(each -> STANDING.contains(each.state())).isEmpty()) {
            SignOnId id = signOns.save(
                    action.id(), former.map(SignOn::id).orElse(null), organisation, facts, SignOnState.PENDING);
            letters.askConfirmation(action, signOns.findById(id));
        }
    }

    private Optional<SignOn> findLocked(UrgentActionId id, @Nullable OrganisationId organisation, String typed) {
        signOns.lockName(id, organisation == null ? typed : organisation.value().toString());
        return signOns.find(id, organisation, typed);
    }

    /**
     * Records a signature that came otherwise, with its mandate; the organisation is told, and can withdraw it.
     *
     * @throws Refused if the action is closed or withdrawn
     */
    @Transactional(label = "urgentaction.record-sign-on")
    public SignOnId record(UrgentActionId id, OrganisationId organisation, SignOnFacts facts) {
        UrgentAction action = actions.findById(id);
        if (action.state() == UrgentActionState.CLOSED
                || action.state() == UrgentActionState.WITHDRAWN
                || action.expiresOn().isBefore(settings.today())) {
            throw new Refused("urgentaction.refused.over");
        }
        Optional<SignOn> former = findLocked(id, organisation, facts.organisation());
        if (former.filter(each -> each.state() == SignOnState.CONFIRMED).isPresent()) {
            return former.get().id();
        }
        SignOnId signOn =
                signOns.save(id, former.map(SignOn::id).orElse(null), organisation, facts, SignOnState.CONFIRMED);
        letters.tellSigned(action, signOns.findById(signOn));
        realisations.updateSignatories(action);
        return signOn;
    }

    /** @throws NotFound if there is no such signature */
    @Transactional(readOnly = true)
    public SignOn findById(SignOnId id) {
        return signOns.findById(id);
    }

    /**
     * Says which organisation a typed name means.
     *
     * @return whether the signature stands; it does not if the organisation had signed already
     */
    @Transactional(label = "urgentaction.match")
    public boolean match(SignOnId id, OrganisationId organisation) {
        SignOn signOn = signOns.lock(id);
        if (signOn.organisation() != null || signOn.state() != SignOnState.PENDING) {
            throw new Refused("urgentaction.refused.known");
        }
        if (findLocked(signOn.action(), organisation, "").isPresent()) {
            signOns.setState(id, SignOnState.REFUSED);
            return false;
        }
        signOns.setOrganisation(id, organisation);
        letters.askConfirmation(actions.findById(signOn.action()), signOns.findById(id));
        return true;
    }

    /** Confirms, refuses or withdraws a signature for the organisation. */
    @Transactional(label = "urgentaction.decide")
    public void decide(SignOnId id, SignOnState state) {
        change(signOns.lock(id), state);
    }

    private void change(SignOn signOn, SignOnState state) {
        UrgentAction action = actions.findById(signOn.action());
        boolean over =
                action.state() == UrgentActionState.CLOSED || action.expiresOn().isBefore(settings.today());
        if (state == SignOnState.CONFIRMED && (over || action.state() == UrgentActionState.WITHDRAWN)) {
            throw new Refused("public.urgentaction.over");
        }
        if (state == SignOnState.CONFIRMED && signOn.organisation() == null) {
            throw new Refused("urgentaction.refused.unknown");
        }
        if (signOn.state() != state) {
            signOns.setState(signOn.id(), state);
            counter.recount(action);
            realisations.updateSignatories(action);
        }
    }

    /** @throws NotFound if the secret opens nothing */
    @Open("a link is for one organisation that signed, or for the person who checks the risk")
    @Transactional(readOnly = true)
    public LinkView open(String secret) {
        return byLink(secret, link -> {
            UrgentAction action = actions.findById(link.action());
            return new LinkView(
                    action,
                    actions.findWording(action.id()),
                    link.signOn() == null ? null : signOns.findById(link.signOn()),
                    UrgentActionPolicy.isPublic(action, settings.today()),
                    mayCheck(action, link));
        });
    }

    private static boolean mayCheck(UrgentAction action, ActionLink link) {
        return link.person() != null
                && link.risk() == action.risk()
                && !UrgentActionPolicy.isChecked(action)
                && action.state() != UrgentActionState.CLOSED
                && action.state() != UrgentActionState.WITHDRAWN;
    }

    /**
     * Confirms or withdraws the signature behind a link.
     *
     * @throws Refused if it is to be confirmed, and the action is over
     */
    @Open("a link is for one organisation that signed, or for the person who checks the risk")
    @Transactional(label = "urgentaction.answer")
    public void answer(String secret, boolean confirms) {
        byLink(secret, link -> {
            if (link.signOn() == null) {
                throw new NotFound("sign-on");
            }
            SignOn signOn = signOns.lock(link.signOn());
            if (signOn.state() == SignOnState.REFUSED) {
                throw new Refused("public.urgentaction.over");
            }
            change(signOn, confirms ? SignOnState.CONFIRMED : SignOnState.WITHDRAWN);
            return true;
        });
    }

    /**
     * Records the check of the risk by the person of a link.
     *
     * @throws Refused if the tier changed since, or is checked already
     */
    @Open("a link is for one organisation that signed, or for the person who checks the risk")
    @Transactional(label = "urgentaction.check-by-link")
    public void check(String secret) {
        byLink(secret, link -> {
            UrgentAction action = actions.lock(link.action());
            if (link.person() == null || !mayCheck(action, link)) {
                throw new Refused("public.urgentaction.check.over");
            }
            PersonName name = people.personNames(List.of(link.person())).get(link.person());
            if (name == null) {
                throw new NotFound("person");
            }
            actions.setCheck(action, name.name(), settings.today());
            return true;
        });
    }

    private <T> T byLink(String secret, Function<ActionLink, T> work) {
        ActionLink link = signOns.findByLink(secret).orElseThrow(() -> new NotFound("link"));
        return CurrentActor.callAs(VISITOR, () -> work.apply(link));
    }
}
