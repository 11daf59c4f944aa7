package org.convergence.outreach.website.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.outreach.website.WebsitePermissions;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestFacts;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestId;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestKind;
import org.convergence.outreach.website.domain.WebsiteRequest.WebsiteRequestState;
import org.convergence.outreach.website.domain.WebsiteRequestRepository.LetterCount;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.access.TooManyAttempts;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.database.VersionedRow;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.resources.prospect.ProspectId;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.ProspectService;
import org.convergence.resources.prospect.domain.ProspectService.ProspectContact;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visitors ask by the forms. Nothing enters the directory before the address has confirmed it: a subscription then
 * becomes a consent of a person; a wish to join and a question wait for a person of the team.
 */
@Service
@Transactional
@Requires(WebsitePermissions.ANSWER)
public class WebsiteRequestService {

    /** The beginning of the addresses of links. */
    public static final String PATH = "/public/website/confirm/";

    private static final Actor BY_FORM = Actor.system("website form");

    private static final int MOST = 100;
    private static final int DAYS_TO_REPLY = 7;

    /** Incremented when {@code public.website.consent} changes, in any language. */
    private static final int WORDING = 1;

    /** Letters that one address gets in a day, and in 30 days if it confirms none. */
    private static final int TO_ONE_ADDRESS = 3;

    /** Letters to all addresses in a day; a hall full of people asks by one network. */
    private static final int TO_ALL_IN_A_DAY = 500;

    private final WebsiteRequestRepository repository;
    private final WebsiteLetterSender letters;
    private final ConsentLedgerService consents;
    private final PeopleDirectory directory;
    private final VisitorDirectory visitors;
    private final ProspectService prospects;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    WebsiteRequestService(
            WebsiteRequestRepository repository,
            WebsiteLetterSender letters,
            ConsentLedgerService consents,
            PeopleDirectory directory,
            VisitorDirectory visitors,
            ProspectService prospects,
            RecipientWords words,
            OrganisationSettings settings) {
        this.repository = repository;
        this.letters = letters;
        this.consents = consents;
        this.directory = directory;
        this.visitors = visitors;
        this.prospects = prospects;
        this.words = words;
        this.settings = settings;
    }

    /**
     * Receives a form, and asks the address to confirm it; a form of the same address renews the request that waits,
     * and writes no second letter within a minute. The answer never tells whether the address is in the directory.
     *
     * @throws TooManyAttempts if no letter may be written to this address, or to any; nothing is then kept
     */
    @Open("anyone may subscribe, ask to join or ask something")
    @Transactional(label = "website.ask")
    public void receive(WebsiteRequestFacts facts) {
        CurrentActor.callAs(BY_FORM, () -> {
            String mail = facts.mail();
            repository.lockAddress(mail);
            Optional<WebsiteRequest> pending = repository.findPending(facts.kind(), mail);
            LetterCount posted = repository.countLetters(mail);
            boolean isRepeated = pending.isPresent() && posted.lately() > 0;
            pending.ifPresent(request -> repository.update(
                    request,
                    valuesOf(
                            facts,
                            isRepeated ? request.askedAt() : repository.now().toInstant())));
            if (!isRepeated) {
                requireAllowed(posted);
                WebsiteRequestId id = pending.map(WebsiteRequest::id).orElseGet(() -> repository.insert(facts));
                repository.countLetter(mail);
                letters.post(repository.findById(id));
            }
            return true;
        });
    }

    /** Counts what was typed, not who is known. */
    private static void requireAllowed(LetterCount posted) {
        if (posted.daily() >= TO_ONE_ADDRESS || posted.unanswered() >= TO_ONE_ADDRESS) {
            throw new TooManyAttempts("public.website.limit.address", Duration.ofDays(1));
        }
        if (posted.everywhere() >= TO_ALL_IN_A_DAY) {
            throw new TooManyAttempts("public.website.limit.day", Duration.ofDays(1));
        }
    }

    private static Map<String, @Nullable Object> valuesOf(WebsiteRequestFacts facts, Instant askedAt) {
        Map<String, @Nullable Object> values = VersionedRow.values(facts, "kind", "mail");
        values.put("asked_at", SqlTime.at(askedAt));
        return values;
    }

    /**
     * The request behind a link.
     *
     * @throws NotFound if the secret opens nothing
     */
    @Open("a link opens one request")
    @Transactional(readOnly = true)
    public WebsiteRequest open(String secret) {
        return repository.findById(byLink(secret));
    }

    private WebsiteRequestId byLink(String secret) {
        return repository.findByLink(secret).orElseThrow(() -> new NotFound("request"));
    }

    /** Confirms a request; a second time changes nothing. */
    @Open("a link confirms one request")
    @Transactional(label = "website.confirm")
    public void confirm(String secret) {
        CurrentActor.callAs(BY_FORM, () -> {
            WebsiteRequest request = repository.lock(byLink(secret));
            if (request.state() == WebsiteRequestState.PENDING) {
                Map<String, @Nullable Object> values = new HashMap<>();
                values.put("confirmed_at", repository.now());
                PersonId person = request.kind() == WebsiteRequestKind.SUBSCRIBE ? subscribe(request) : null;
                values.put("person", person);
                values.put("state", person == null ? WebsiteRequestState.CONFIRMED : WebsiteRequestState.DONE);
                values.put("ended_at", person == null ? null : repository.now());
                repository.update(request, values);
                if (request.mail() != null) {
                    repository.markConfirmed(request.mail());
                }
            }
            return true;
        });
    }

    /** The subscriber; {@code null} if a person of the team has to decide whose address it is. */
    private @Nullable PersonId subscribe(WebsiteRequest request) {
        String mail = request.mail();
        String wording = request.wording();
        if (mail == null || wording == null) {
            return null;
        }
        PersonId person =
                visitors.findOrCreateSubscriber(mail, request.language()).orElse(null);
        if (person != null) {
            consents.record(ConsentRecord.express(
                    person,
                    ConsentChannel.MAIL,
                    Purpose.NEWS,
                    settings.today(),
                    ConsentMethod.FORM,
                    wording,
                    "website " + WORDING + " " + request.language(),
                    "/public/website/subscribe " + request.id().value()));
        }
        return person;
    }

    /** Those that wait for the team, then the latest. */
    @Transactional(readOnly = true)
    public List<WebsiteRequest> findConfirmed() {
        return repository.findConfirmed(MOST);
    }

    /** How many people subscribed by the form. */
    @Transactional(readOnly = true)
    @Requires(WebsitePermissions.READ)
    public int countSubscribed() {
        return repository.countSubscribed();
    }

    /**
     * Makes a prospect of a wish to join, and notes its words as an exchange.
     *
     * @throws Refused if it does not wait any more, or is a prospect or a member already
     */
    @Transactional(label = "website.make-prospect")
    public ProspectId makeProspect(WebsiteRequestId id) {
        WebsiteRequest request = lockWaiting(id, WebsiteRequestKind.JOIN);
        String mail = request.mail();
        if (mail == null) {
            throw new Refused("website.refused.over");
        }
        if (visitors.isProtected(request, mail)) {
            throw new Refused("website.refused.person");
        }
        Party party = findOrCreateParty(request, mail);
        ProspectId prospect = prospects.add(party, null, null);
        String message = request.message();
        prospects.recordContact(
                prospect,
                new ProspectContact(
                        settings.today(),
                        ExchangeChannel.OTHER,
                        words.forOrganisation().say("website.exchange"),
                        message == null ? request.name() : request.name() + "\n" + message,
                        NextStep.proposing(
                                words.forOrganisation().say(request.decided() ? "website.admission" : "website.reply"),
                                settings.today().plusDays(request.decided() ? 30 : DAYS_TO_REPLY))));
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", WebsiteRequestState.DONE);
        values.put("ended_at", repository.now());
        values.put("prospect", prospect);
        values.put("person", party.person());
        repository.update(request, values);
        return prospect;
    }

    private Party findOrCreateParty(WebsiteRequest request, String mail) {
        String organisation = request.organisationName();
        OrganisationId known = organisation == null ? null : directory.findOrCreateOrganisation(organisation);
        return known != null
                ? Party.of(known, null)
                : Party.of(
                        null,
                        visitors.findOrCreate(request.name(), mail, request.language())
                                .orElseThrow(() -> new Refused("website.refused.person")));
    }

    /** Notes that a question was answered by mail; refused if it is none, or does not wait any more. */
    @Transactional(label = "website.answer")
    public void markAnswered(WebsiteRequestId id) {
        setState(lockWaiting(id, WebsiteRequestKind.ASK), WebsiteRequestState.DONE);
    }

    /** Sets a request aside, or takes it up again. */
    @Transactional(label = "website.dismiss")
    public void setDismissed(WebsiteRequestId id, boolean dismissed) {
        WebsiteRequest request = repository.lock(id);
        WebsiteRequestState from = dismissed ? WebsiteRequestState.CONFIRMED : WebsiteRequestState.DISMISSED;
        if (request.state() != from) {
            throw new Refused("website.refused.over");
        }
        setState(request, dismissed ? WebsiteRequestState.DISMISSED : WebsiteRequestState.CONFIRMED);
    }

    private void setState(WebsiteRequest request, WebsiteRequestState state) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", state);
        values.put("ended_at", state == WebsiteRequestState.CONFIRMED ? null : repository.now());
        repository.update(request, values);
    }

    private WebsiteRequest lockWaiting(WebsiteRequestId id, WebsiteRequestKind kind) {
        WebsiteRequest request = repository.lock(id);
        if (request.state() != WebsiteRequestState.CONFIRMED || request.kind() != kind) {
            throw new Refused("website.refused.over");
        }
        return request;
    }
}
