package org.convergence.resources.declaration.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.convergence.resources.declaration.DeclarationPermissions;
import org.convergence.resources.declaration.RoundId;
import org.convergence.resources.declaration.domain.Round;
import org.convergence.resources.declaration.domain.RoundDeliveryService;
import org.convergence.resources.declaration.domain.RoundQueries;
import org.convergence.resources.declaration.domain.RoundService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Sends, reminds, takes back and marks as delivered the letters of a round; questions are sent by approving it. */
@Controller
@RequestMapping("/resources/declaration/{id}")
@Requires(DeclarationPermissions.ASK)
class RoundLettersController {

    private final RoundService rounds;
    private final RoundQueries roundQueries;
    private final RoundDeliveryService deliveries;
    private final OrganisationSettings settings;

    RoundLettersController(
            RoundService rounds,
            RoundQueries roundQueries,
            RoundDeliveryService deliveries,
            OrganisationSettings settings) {
        this.rounds = rounds;
        this.roundQueries = roundQueries;
        this.deliveries = deliveries;
        this.settings = settings;
    }

    /** Previews the organisations that would be asked. */
    @GetMapping("/approve")
    @Requires(DeclarationPermissions.APPROVE)
    ModelAndView confirmQuestions(@PathVariable UUID id, Words t) {
        Round round = rounds.findById(new RoundId(id));
        MailingPreview preview = roundQueries.previewQuestions(round);
        int many = preview.letters().size();
        return confirm(
                round,
                t.say(round.isApproved() ? "declaration.ask-rest" : "declaration.approve", many),
                round.asksOn().isAfter(settings.today())
                        ? t.say("declaration.approve.later", round.asksOn())
                        : t.say("declaration.approve.now"),
                preview,
                "/approve",
                many > 0 || !round.isApproved(),
                t);
    }

    private static ModelAndView confirm(
            Round round,
            String title,
            @Nullable String lead,
            MailingPreview preview,
            String action,
            boolean sends,
            Words t) {
        String url = DeclarationUrls.round(round);
        return new MailingConfirmation(
                        title, RoundPageAssembler.title(round, t), url, lead, preview, url + action, sends)
                .view();
    }

    @PostMapping("/approve")
    @Requires(DeclarationPermissions.APPROVE)
    ModelAndView approve(@PathVariable UUID id) {
        int asked = rounds.approve(new RoundId(id));
        return SeeOther.to(url(id)).withNotice("declaration.approved", asked);
    }

    @PostMapping("/approve/withdraw")
    @Requires(DeclarationPermissions.APPROVE)
    ModelAndView withdrawApproval(@PathVariable UUID id) {
        int taken = rounds.withdrawApproval(new RoundId(id));
        return SeeOther.to(url(id)).withNotice("declaration.withdrawn", taken);
    }

    /** Previews the organisations that would be reminded. */
    @GetMapping("/remind")
    ModelAndView confirmReminders(@PathVariable UUID id, Words t) {
        Round round = rounds.findById(new RoundId(id));
        MailingPreview preview = roundQueries.previewReminders(round);
        int many = preview.letters().size();
        return confirm(round, t.say("declaration.remind", many), null, preview, "/remind", many > 0, t);
    }

    @PostMapping("/remind")
    ModelAndView remind(@PathVariable UUID id) {
        int reminded = rounds.remind(new RoundId(id));
        return SeeOther.to(url(id)).withNotice("declaration.reminded", reminded);
    }

    @PostMapping("/take-back")
    ModelAndView takeBack(@PathVariable UUID id) {
        int taken = rounds.takeBack(new RoundId(id));
        return SeeOther.to(url(id)).withNotice("declaration.taken-back", taken);
    }

    @GetMapping("/delivered")
    ModelAndView deliver(@PathVariable UUID id, Words t) {
        return delivering(rounds.findById(new RoundId(id)), DeliveryPage.blank(settings.today(), List.of()), t);
    }

    @PostMapping("/delivered")
    ModelAndView deliver(@PathVariable UUID id, Form form, Words t) {
        Round round = rounds.findById(new RoundId(id));
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> SeeOther.to(url(id))
                        .withNotice(
                                "mail.delivered",
                                deliveries.markDelivered(
                                        round,
                                        said.letters(),
                                        new LetterDelivery(said.method(), said.on(), earliestDelivery(round)))),
                () -> delivering(round, form, t));
    }

    /** The reference date, or the day the round was prepared if that is later. */
    private LocalDate earliestDelivery(Round round) {
        LocalDate today = settings.today();
        return Ids.findCreatedAt(round.id())
                .map(at -> LocalDate.ofInstant(at, settings.current().zone()))
                .map(created -> created.isAfter(today) ? today : created)
                .filter(created -> created.isAfter(round.countedOn()))
                .orElse(round.countedOn());
    }

    @PostMapping("/delivered/{organisation}/undo")
    ModelAndView undoDelivered(@PathVariable UUID id, @PathVariable UUID organisation) {
        Round round = rounds.findById(new RoundId(id));
        return SeeOther.to(url(id) + "/delivered")
                .withNotice("mail.deliver.undone", deliveries.undoDelivered(round, new OrganisationId(organisation)));
    }

    private ModelAndView delivering(Round round, Form form, Words t) {
        return PageView.of(
                "platform/mail/deliveries",
                new DeliveryPage(
                        RoundPageAssembler.title(round, t),
                        DeclarationUrls.round(round),
                        t.say("declaration.deliver.lead"),
                        t.say("mail.deliver.all.text"),
                        rows(deliveries.findOpen(round), t),
                        rows(deliveries.findDelivered(round), t),
                        form));
    }

    private static List<DeliveryPage.LetterRow> rows(List<RoundQueries.RoundMemberRow> lines, Words t) {
        return lines.stream()
                .map(line -> new DeliveryPage.LetterRow(
                        line.contact().organisation().id().value(),
                        line.contact().organisation().inFull(),
                        RoundPageAssembler.letter(line, t).isEmpty()
                                ? t.say(line.state().key())
                                : RoundPageAssembler.letter(line, t)))
                .toList();
    }

    private static String url(UUID id) {
        return DeclarationUrls.HOME + "/" + id;
    }
}
