package org.convergence.outreach.relay.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.convergence.directory.people.PartyUrls;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay;
import org.convergence.outreach.relay.domain.Relay.RelayKit;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.RelayFeedService;
import org.convergence.outreach.relay.domain.RelayLetterSender;
import org.convergence.outreach.relay.domain.RelayLetterSender.ClosingBulletin;
import org.convergence.outreach.relay.domain.RelayLetterSender.KitPreview;
import org.convergence.outreach.relay.domain.RelayRecallService;
import org.convergence.outreach.relay.domain.RelayService;
import org.convergence.outreach.relay.web.RelayForm.KitInput;
import org.convergence.outreach.relay.web.RelayPage.KitFormPage;
import org.convergence.outreach.relay.web.RelayPage.KitItem;
import org.convergence.outreach.relay.web.RelayPage.RelayListPage;
import org.convergence.outreach.relay.web.RelayPage.RelayRow;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.document.DocumentService;
import org.convergence.platform.document.PreparedDocument;
import org.convergence.platform.document.Upload;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.LetterSummary;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.shell.SourceTexts;
import org.convergence.platform.shell.TextUse;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/** Kits: their list, their form, and their sending. */
@Controller
@RequestMapping("/outreach/relay")
@Requires(RelayPermissions.EDIT)
record RelayKitController(
        RelayService relays,
        RelayLetterSender letters,
        RelayFeedService feeds,
        RelayRecallService recalls,
        RelayKitFormatter formatter,
        RelayForm forms,
        DocumentService documents,
        LetterStatusService statuses) {

    static final String PATH = "/outreach/relay";

    @Bean
    static MenuEntry relayMenuEntry() {
        return MenuEntry.of("relay.menu", PATH).requiring(RelayPermissions.READ);
    }

    static String url(RelayKitId id) {
        return PATH + "/" + id.value();
    }

    @GetMapping
    @Requires(RelayPermissions.READ)
    ModelAndView list(Words t) {
        Map<RelayKitId, Integer> published = relays.countPublished();
        Map<RelayKitId, LetterSummary> summaries = letters.summarizeLetters();
        return PageView.of(
                "outreach/relay/list",
                new RelayListPage(
                        relays.findKits().stream()
                                .map(kit -> new KitItem(
                                        url(kit.id()),
                                        kit.title(),
                                        standing(kit, published.getOrDefault(kit.id(), 0), summaries.get(kit.id()), t)))
                                .toList(),
                        CurrentActor.get().may(RelayPermissions.EDIT)));
    }

    /** Its letters and the organisations that published it; a kit without either waits to be proposed. */
    private static String standing(RelayKit kit, int published, @Nullable LetterSummary summary, Words t) {
        List<String> parts = new ArrayList<>();
        if (summary != null) {
            parts.add(t.capital(LetterFormatter.summaryWithDay(summary, t)));
        }
        if (published > 0) {
            parts.add(t.say("relay.published", published));
        }
        return parts.isEmpty()
                ? kit.sentAt() == null ? t.say("relay.not-sent") : t.say("relay.sent-at", t.dateTime(kit.sentAt()))
                : String.join(" · ", parts);
    }

    /** What may be made of a text for readers: a kit. */
    @Bean
    static TextUse relayOfText() {
        return new TextUse("relay.from", PATH + "/new", RelayPermissions.EDIT);
    }

    @GetMapping("/new")
    ModelAndView add(@RequestParam(name = SourceTexts.FROM, required = false) @Nullable String from, Words t) {
        return formPage(null, forms.begin(from, t));
    }

    @PostMapping("/new")
    ModelAndView add(Form form) {
        return form.submit(
                forms::read,
                input -> SeeOther.to(url(save(null, input))).withNotice("relay.saved"),
                () -> formPage(null, form));
    }

    @GetMapping("/{id}/edit")
    ModelAndView edit(@PathVariable RelayKitId id) {
        RelayKit kit = relays.findKit(id);
        return formPage(kit, forms.open(kit));
    }

    @PostMapping("/{id}/edit")
    ModelAndView edit(@PathVariable RelayKitId id, Form form) {
        RelayKit kit = relays.findKit(id);
        return form.submit(
                forms::read,
                input -> SeeOther.to(url(save(id, input))).withNotice("relay.saved"),
                () -> formPage(kit, form));
    }

    private RelayKitId save(@Nullable RelayKitId id, KitInput input) {
        MultipartFile file = input.picture();
        if (file == null) {
            return relays.save(id, input.version(), input.facts(), null);
        }
        try (PreparedDocument prepared = documents.prepare(Upload.of(file.getOriginalFilename(), file))) {
            return relays.save(id, input.version(), input.facts(), prepared);
        }
    }

    private ModelAndView formPage(@Nullable RelayKit kit, Form form) {
        String url = kit == null ? PATH : url(kit.id());
        return PageView.of(
                "outreach/relay/form",
                new KitFormPage(
                        form,
                        kit == null ? PATH + "/new" : url + "/edit",
                        url,
                        kit == null ? null : kit.title(),
                        kit == null || kit.picture() == null ? null : formatter.picture(kit),
                        forms.findPicture(form),
                        forms.otherLanguages(),
                        forms.segments(),
                        forms.actions(form)));
    }

    @GetMapping("/{id}")
    @Requires(RelayPermissions.READ)
    ModelAndView show(@PathVariable RelayKitId id, Words t) {
        RelayKit kit = relays.findKit(id);
        List<Relay> taken = relays.findTaken(id);
        long published =
                taken.stream().filter(each -> each.state().isPublished()).count();
        boolean sent = kit.sentAt() != null;
        LetterSummary summary = letters.summarize(id);
        boolean mayEdit = CurrentActor.get().may(RelayPermissions.EDIT);
        return PageView.of(
                "outreach/relay/show",
                new RelayPage(
                        url(id),
                        kit,
                        formatter.describe(kit, t),
                        sent ? t.say("relay.reach", letters.countProposed(id), published) : null,
                        sent ? t.capital(LetterFormatter.summaryWithDay(summary, t)) : null,
                        formatter.picture(kit),
                        taken.stream()
                                .map(each -> row(each, each.organisationName(), t))
                                .toList(),
                        sent && mayEdit ? feeds.findSightings(id) : List.of(),
                        sent && mayEdit ? RelayFeedController.describeFailing(feeds.findAll(), t) : List.of(),
                        forms.refusal(kit),
                        recalls.findRecipients(id).stream()
                                .map(each -> row(each, each.organisationName(), t))
                                .toList(),
                        !sent || RelayLetterSender.mayCorrect(summary),
                        mayEdit));
    }

    /** The day, the channel and the circulation of a relay, as the organisation stated them. */
    static String detail(Relay relay, Words t) {
        List<String> detail = new ArrayList<>();
        if (relay.declaredOn() != null) {
            detail.add(t.date(relay.declaredOn()));
        }
        if (relay.channel() != null) {
            detail.add(relay.channel());
        }
        if (relay.circulation() != null) {
            detail.add(
                    t.say("public.relay.stated", relay.circulation(), Objects.requireNonNull(relay.circulationOn())));
        }
        return String.join(" · ", detail);
    }

    static RelayRow row(Relay relay, String name, Words t) {
        return new RelayRow(
                relay.id().toString(),
                name,
                PartyUrls.of(relay.organisation()),
                detail(relay, t),
                relay.url(),
                relay.document() == null
                        ? null
                        : "/platform/document/" + relay.document().value(),
                relay.state(),
                t.say(relay.state().key()),
                relay.document() == null);
    }

    @GetMapping("/{id}/send")
    ModelAndView preview(@PathVariable RelayKitId id, Words t) {
        RelayKit kit = relays.findKit(id);
        if (kit.segment() == null) {
            return SeeOther.to(url(id) + "/edit").withWarning("relay.refused.segment");
        }
        String refusal = forms.refusal(kit);
        if (refusal != null) {
            return SeeOther.to(url(id)).withWarning(refusal);
        }
        KitPreview mailing = letters.preview(id);
        MailingPreview preview = mailing.letters();
        List<String> lead = new ArrayList<>(List.of(t.say("relay.send.lead")));
        LocalDate free = letters.findFreeDay(id);
        if (free != null) {
            lead.add(t.say("relay.send.week", free));
        }
        if (!mailing.closing().isEmpty()) {
            ClosingBulletin first = mailing.closing().get(0);
            lead.add(t.say(
                    "relay.send.closing",
                    mailing.closing().size(),
                    mailing.until(),
                    first.organisationName(),
                    first.dueOn()));
        }
        return new MailingConfirmation(
                        t.say("relay.send.do", preview.letters().size()),
                        kit.title(),
                        url(id),
                        String.join(" ", lead),
                        preview,
                        url(id) + "/send",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/{id}/send")
    ModelAndView send(@PathVariable RelayKitId id) {
        return statuses.notePosted(SeeOther.to(url(id)), "relay.sent", letters.send(id));
    }
}
