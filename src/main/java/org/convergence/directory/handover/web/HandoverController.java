package org.convergence.directory.handover.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.Holding.HandoverOutcome;
import org.convergence.directory.handover.domain.ArrivalsAndDepartures;
import org.convergence.directory.handover.domain.Handover;
import org.convergence.directory.handover.domain.HandoverQueries;
import org.convergence.directory.handover.domain.HandoverQueries.SuccessorLetter;
import org.convergence.directory.handover.domain.HandoverService;
import org.convergence.directory.handover.web.HandoverPage.HandoverListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterStatusService.LetterDelivery;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Markdown;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Completed hand-overs: the list, each record, its pack, and « Lu ». */
@Controller
@RequestMapping("/directory/handover")
@Requires(HandoverPermissions.OWN)
record HandoverController(
        HandoverQueries handovers,
        ArrivalsAndDepartures comings,
        HandoverService notes,
        OrganisationSettings settings) {

    static final String ROOM = "/directory/handover";
    private static final int SHOWN = 100;

    @GetMapping
    @Requires(HandoverPermissions.PASS)
    ModelAndView list(Words t) {
        return PageView.of(
                "directory/handover/list",
                new HandoverListPage(
                        comings.findDepartures().stream()
                                .map(each -> new HandoverListPage.HandoverRow(
                                        t.date(each.lastDay()),
                                        each.who().name(),
                                        ROOM + "/of/" + each.who().id().value()))
                                .toList(),
                        handovers.findLatest(SHOWN).stream()
                                .map(each -> new HandoverListPage.HandoverRow(
                                        t.date(each.lastDay()),
                                        each.name(),
                                        ROOM + "/" + each.id().value()))
                                .toList()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable HandoverId id, Words t) {
        Handover it = handovers.findById(id);
        List<SuccessorLetter> letters = handovers.findLetters(it);
        boolean passes = CurrentActor.get().may(HandoverPermissions.PASS);
        return PageView.of(
                "directory/handover/handover",
                new HandoverPage(
                        it.name(),
                        ROOM + "/" + id.value(),
                        t.say("handover.passed.by", it.passedBy(), it.passedAt()),
                        t.say("handover.last-day.was", it.lastDay()),
                        it.note().isBlank() ? null : Markdown.toHtml(it.note(), 2),
                        parts(it, HandoverOutcome.PASSES, t),
                        parts(it, HandoverOutcome.ENDS, t),
                        parts(it, HandoverOutcome.REMAINS, t),
                        letters,
                        passes && letters.stream().anyMatch(HandoverController::waits),
                        passes && letters.stream().anyMatch(each -> each.isOpen() || each.isDelivered()),
                        handovers.findUnread().stream()
                                .anyMatch(each -> each.id().equals(it.id()))));
    }

    @GetMapping("/{id}/file/{format}")
    void file(@PathVariable HandoverId id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        PaperFormat rendering = HandoverPackAssembler.format(format);
        Handover it = handovers.findById(id);
        List<HandoverItemGroup> all = new ArrayList<>(parts(it, HandoverOutcome.PASSES, t));
        all.addAll(parts(it, HandoverOutcome.REMAINS, t));
        HandoverPackAssembler.send(
                HandoverPackAssembler.assemble(
                        it.name(),
                        t.say("handover.passed.by", it.passedBy(), it.passedAt()),
                        settings.current().name(),
                        it.note(),
                        all,
                        handovers.findBackground(it.passedIds(), t),
                        t),
                rendering,
                settings.letterhead(),
                t,
                response);
    }

    @PostMapping("/{id}/take-back")
    @Requires(HandoverPermissions.PASS)
    ModelAndView takeBack(@PathVariable HandoverId id) {
        HandoverId handover = handovers.findById(id).id();
        return SeeOther.to(ROOM + "/" + id.value())
                .withNotice("handover.letters.taken-back", handovers.takeBackLetters(handover));
    }

    private static boolean waits(SuccessorLetter letter) {
        return letter.status() != null && letter.status().queued();
    }

    @GetMapping("/{id}/delivered")
    @Requires(HandoverPermissions.PASS)
    ModelAndView deliver(@PathVariable HandoverId id, Words t) {
        return deliveries(handovers.findById(id), DeliveryPage.blank(settings.today()), t)
                .view();
    }

    @PostMapping("/{id}/delivered")
    @Requires(HandoverPermissions.PASS)
    ModelAndView deliver(@PathVariable HandoverId id, Form form, Words t) {
        Handover it = handovers.findById(id);
        LocalDate passed = LocalDate.ofInstant(it.passedAt(), settings.current().zone());
        DeliveryPage page = deliveries(it, form, t);
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> page.saved(
                        said,
                        handovers.markDelivered(
                                it, said.letters(), new LetterDelivery(said.method(), said.on(), passed)),
                        t),
                page::view);
    }

    @PostMapping("/{id}/delivered/{successor}/undo")
    @Requires(HandoverPermissions.PASS)
    ModelAndView undoDelivered(@PathVariable HandoverId id, @PathVariable UUID successor) {
        HandoverId handover = handovers.findById(id).id();
        return SeeOther.to(ROOM + "/" + id.value() + "/delivered")
                .withNotice("mail.deliver.undone", handovers.undoDelivered(handover, successor));
    }

    private DeliveryPage deliveries(Handover it, Form form, Words t) {
        List<SuccessorLetter> letters = handovers.findLetters(it);
        return new DeliveryPage(
                t.say("handover.of", it.name()),
                ROOM + "/" + it.id().value(),
                t.say("handover.deliver.lead"),
                t.say("mail.deliver.all.text"),
                rows(letters, SuccessorLetter::isOpen, t),
                rows(letters, SuccessorLetter::isDelivered, t),
                form);
    }

    private static List<DeliveryPage.LetterRow> rows(
            List<SuccessorLetter> letters, Predicate<SuccessorLetter> which, Words t) {
        return letters.stream()
                .filter(which)
                .map(each -> new DeliveryPage.LetterRow(
                        each.successor(),
                        each.name(),
                        each.status() == null
                                ? t.say("handover.letters.none")
                                : LetterFormatter.state(each.status(), t),
                        each.status() == null))
                .toList();
    }

    @PostMapping("/{id}/read")
    ModelAndView read(@PathVariable HandoverId id) {
        notes.markRead(id);
        return SeeOther.to("/").withNotice("handover.read.said");
    }

    private List<HandoverItemGroup> parts(Handover it, HandoverOutcome fate, Words t) {
        Map<String, List<HandoverItemGroup.HandoverItemRow>> byKind = new LinkedHashMap<>();
        LocalDate then = LocalDate.ofInstant(it.passedAt(), settings.current().zone());
        it.items().stream()
                .filter(item -> item.fate() == fate)
                .forEach(item -> byKind.computeIfAbsent(item.kind(), k -> new ArrayList<>())
                        .add(HandoverItemGroup.row(item.held(), fate, item.successor(), then, t)));
        return byKind.entrySet().stream()
                .map(kind -> new HandoverItemGroup(t.say(kind.getKey()), kind.getValue()))
                .toList();
    }
}
