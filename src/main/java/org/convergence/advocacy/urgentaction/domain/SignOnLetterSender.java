package org.convergence.advocacy.urgentaction.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnCount;
import org.convergence.advocacy.urgentaction.domain.SignOn.SignOnState;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionState;
import org.convergence.directory.people.ContactLookup;
import org.convergence.directory.people.ContactLookup.OrganisationContact;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.mail.BodyCompleter;
import org.convergence.platform.mail.Letter;
import org.convergence.platform.mail.LetterBlock;
import org.convergence.platform.mail.LetterBlock.LetterParagraph;
import org.convergence.platform.mail.LetterContent;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.mail.MailingPreview.Addressee;
import org.convergence.platform.mail.MailingPreview.LetterText;
import org.convergence.platform.mail.MailingService;
import org.convergence.platform.mail.Outbox;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Letters to organisations that signed, at their address of record, and the account given to them and to the partner. */
@Service
@Transactional
@Requires(UrgentActionPermissions.EDIT)
public class SignOnLetterSender {

    /** The matter of the letters about a signature. */
    static final String MATTER = "urgentaction_sign_on";

    /** The matter and the purpose of the letters with the account. */
    static final String ACCOUNT = "urgentaction_account";

    /** The completer of letters that ask for a confirmation or a check by a link; the next, of those that tell a signature. */
    static final String LINK = "urgentaction_link";

    private static final String SIGNED = "urgentaction_signed_link";
    private static final int MOST = 5_000;

    private final SignOnRepository signOns;
    private final UrgentActionRepository actions;
    private final ContactLookup contacts;
    private final Outbox outbox;
    private final LetterStatusService statuses;
    private final UrgentActionQueries queries;
    private final MailingService mailings;
    private final PublicLanguages languages;
    private final OrganisationSettings settings;

    SignOnLetterSender(
            SignOnRepository signOns,
            UrgentActionRepository actions,
            ContactLookup contacts,
            Outbox outbox,
            LetterStatusService statuses,
            UrgentActionQueries queries,
            MailingService mailings,
            PublicLanguages languages,
            OrganisationSettings settings) {
        this.signOns = signOns;
        this.actions = actions;
        this.contacts = contacts;
        this.outbox = outbox;
        this.statuses = statuses;
        this.queries = queries;
        this.mailings = mailings;
        this.languages = languages;
        this.settings = settings;
    }

    /** Asks the organisation to confirm; without an address of record, the team has to. */
    void askConfirmation(UrgentAction action, SignOn signOn) {
        post(action, signOn, "confirm", LINK);
    }

    /** Tells the organisation that its signature was recorded, so that it can withdraw it. */
    void tellSigned(UrgentAction action, SignOn signOn) {
        post(action, signOn, "signed", SIGNED);
    }

    private void post(UrgentAction action, SignOn signOn, String kind, String completer) {
        OrganisationId organisation = signOn.organisation();
        String address = organisation == null
                ? null
                : address(addresses(List.of(organisation)).get(organisation));
        if (address == null) {
            return;
        }
        Words t = languages.wordsFor(signOn.language());
        String title = title(action, t);
        String key = "public.urgentaction.letter." + kind;
        UUID link = signOns.prepareLink(action.id(), signOn.id(), null, null);
        outbox.post(new Letter(
                        address,
                        t.say(key + ".subject", title),
                        LetterContent.of(
                                t,
                                List.of(
                                        new LetterParagraph(t.say(
                                                key,
                                                signOn.name(),
                                                title,
                                                signOn.signer(),
                                                signOn.body(),
                                                signOn.decidedOn())),
                                        new LetterBlock.Button(t.say(key + ".open"), "[[link]]"),
                                        new LetterParagraph(t.say(
                                                "public.urgentaction.letter.from",
                                                settings.current().name())))),
                        "urgentaction_sign_on",
                        new Letter.Completion(completer, link))
                .regarding(MATTER, signOn.id().value()));
    }

    /** The addresses are not shown, so a visitor's form may ask for them. */
    private Map<OrganisationId, OrganisationContact> addresses(List<OrganisationId> organisations) {
        return CurrentActor.callAs(SignOnService.VISITOR, () -> contacts.findOrganisationContacts(organisations));
    }

    private static @Nullable String address(@Nullable OrganisationContact contact) {
        return contact == null ? null : contact.firstMail();
    }

    /** Those who get the account: the partner, then the organisations that signed, each with its language. */
    private Map<OrganisationId, String> readers(UrgentAction action) {
        Map<OrganisationId, String> readers = new LinkedHashMap<>();
        readers.put(action.partner(), "");
        for (SignOn each : signOns.findByAction(action.id(), Set.of(SignOnState.CONFIRMED), MOST)) {
            if (each.organisation() != null) {
                readers.putIfAbsent(each.organisation(), each.language());
            }
        }
        return readers;
    }

    private List<Addressee> addressees(Map<OrganisationId, String> readers) {
        List<Addressee> addressees = new ArrayList<>();
        addresses(List.copyOf(readers.keySet()))
                .forEach((id, contact) ->
                        addressees.add(new Addressee(id.value(), contact.who().name(), address(contact))));
        return addressees;
    }

    /**
     * Previews {@link #sendAccount}.
     *
     * @throws Refused if the action is not closed
     */
    @Transactional(readOnly = true)
    public MailingPreview previewAccount(UrgentActionId id) {
        UrgentAction action = requireClosed(actions.findById(id));
        Map<OrganisationId, String> readers = readers(action);
        return mailings.preview(null, addressees(readers), to -> writeAccount(action, words(readers, to)));
    }

    /**
     * Sends the account once.
     *
     * @return the number of letters
     * @throws Refused if the action is not closed, or the account was sent
     */
    @Transactional(label = "urgentaction.account")
    public int sendAccount(UrgentActionId id) {
        UrgentAction action = requireClosed(actions.lock(id));
        if (action.reportedAt() != null) {
            throw new Refused("urgentaction.refused.reported");
        }
        Map<OrganisationId, String> readers = readers(action);
        int letters = 0;
        for (Addressee each : addressees(readers)) {
            if (each.address() != null) {
                outbox.post(new Letter(each.address(), writeAccount(action, words(readers, each)), ACCOUNT, null)
                        .regarding(ACCOUNT, id.value()));
                letters++;
            }
        }
        actions.set(id, Map.of("reported_at", actions.now()));
        return letters;
    }

    /**
     * Takes back the letters with the account that wait. If none left, the account may be sent again.
     *
     * @return their number
     */
    @Transactional(label = "urgentaction.take-back-account")
    public int takeBackAccount(UrgentActionId id) {
        actions.lock(id);
        int takenBack = statuses.takeBack(ACCOUNT, List.of(id.value()));
        LetterSummary letters = queries.findAccountLetters(id);
        if (takenBack > 0 && letters.count(LetterState.WITHHELD) == letters.total()) {
            Map<String, @Nullable Object> columns = new HashMap<>();
            columns.put("reported_at", null);
            actions.set(id, columns);
        }
        return takenBack;
    }

    private static UrgentAction requireClosed(UrgentAction action) {
        if (action.state() != UrgentActionState.CLOSED) {
            throw new Refused("urgentaction.refused.not-closed");
        }
        return action;
    }

    private Words words(Map<OrganisationId, String> readers, Addressee to) {
        String language = readers.getOrDefault(new OrganisationId(to.party()), "");
        return languages.wordsFor(language.isEmpty() ? null : language);
    }

    private String title(UrgentAction action, Words t) {
        return actions.findWording(action.id())
                .textIn(t.language().code())
                .map(UrgentAction.PublicText::title)
                .orElse(action.code());
    }

    private LetterText writeAccount(UrgentAction action, Words t) {
        List<LetterBlock> blocks = new ArrayList<>();
        blocks.add(new LetterParagraph(t.say("public.urgentaction.account.lead", title(action, t))));
        blocks.add(new LetterBlock.LetterSubheading(
                t.say("public.urgentaction.outcome", String.valueOf(action.outcome()))));
        blocks.addAll(LetterBlock.paragraphs(action.account()));
        SignOnCount count = action.frozen();
        if (count != null && count.organisations() > 0) {
            blocks.add(new LetterParagraph(
                    t.say("public.urgentaction.count", count.organisations(), count.atLeast(), count.day())));
        }
        blocks.add(new LetterParagraph(
                t.say("public.urgentaction.account.thanks", settings.current().name())));
        return LetterText.of(t.say("public.urgentaction.account.subject", title(action, t)), blocks, t);
    }

    /** Makes the link of a letter that asks for a confirmation, unless the answer has come. */
    @Bean
    static BodyCompleter signOnLinkCompleter(
            ObjectProvider<SignOnRepository> signOns, ObjectProvider<UrgentActionRepository> actions, BaseUrl baseUrl) {
        return completer(LINK, SignOnState.PENDING, signOns, actions, baseUrl);
    }

    /** Makes the link of a letter that tells a signature, unless it was withdrawn. */
    @Bean
    static BodyCompleter signedLinkCompleter(
            ObjectProvider<SignOnRepository> signOns, ObjectProvider<UrgentActionRepository> actions, BaseUrl baseUrl) {
        return completer(SIGNED, SignOnState.CONFIRMED, signOns, actions, baseUrl);
    }

    private static BodyCompleter completer(
            String name,
            SignOnState told,
            ObjectProvider<SignOnRepository> signOns,
            ObjectProvider<UrgentActionRepository> actions,
            BaseUrl baseUrl) {
        return BodyCompleter.of(
                name,
                letter -> signOns.getObject()
                        .findLink(letter.subject())
                        .filter(link -> link.signOn() == null
                                || signOns.getObject().findById(link.signOn()).state() == told)
                        .map(link -> actions.getObject().findById(link.action()).state())
                        .filter(state -> state == UrgentActionState.DRAFT || state == UrgentActionState.OUT)
                        .isPresent(),
                "urgentaction.letter.withheld",
                link -> Map.of(
                        "link",
                        baseUrl.value()
                                + SignOnService.PATH
                                + signOns.getObject().issueLink(link)));
    }
}
