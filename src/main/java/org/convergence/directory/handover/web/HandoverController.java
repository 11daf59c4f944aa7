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
import org.convergence.directory.handover.Fate;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.directory.handover.domain.Comings;
import org.convergence.directory.handover.domain.Handover;
import org.convergence.directory.handover.domain.Handovers;
import org.convergence.directory.handover.domain.Handovers.SuccessorLetter;
import org.convergence.directory.handover.domain.Notes;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.DeliveryPage;
import org.convergence.platform.mail.LetterFormatter;
import org.convergence.platform.mail.LetterState;
import org.convergence.platform.mail.LetterStatusService.Delivery;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class HandoverController {

    static final String ROOM = "/directory/handover";

    private static final int SHOWN = 100;

    private final Handovers handovers;
    private final Comings comings;
    private final Notes notes;
    private final OrganisationSettings settings;

    HandoverController(Handovers handovers, Comings comings, Notes notes, OrganisationSettings settings) {
        this.handovers = handovers;
        this.comings = comings;
        this.notes = notes;
        this.settings = settings;
    }

    @GetMapping
    @Requires(HandoverPermissions.PASS)
    ModelAndView list(Words t) {
        return Page.of(
                "directory/handover/list",
                new HandoversPage(
                        comings.soon().stream()
                                .map(each -> new HandoversPage.Row(
                                        t.date(each.lastDay()),
                                        each.who().name(),
                                        ROOM + "/of/" + each.who().id().value()))
                                .toList(),
                        handovers.latest(SHOWN).stream()
                                .map(each -> new HandoversPage.Row(
                                        t.date(each.lastDay()),
                                        each.name(),
                                        ROOM + "/" + each.id().value()))
                                .toList()));
    }

    @GetMapping("/{id}")
    ModelAndView show(@PathVariable UUID id, Words t) {
        Handover it = handovers.one(new HandoverId(id));
        List<SuccessorLetter> letters = handovers.letters(it);
        boolean passes = CurrentActor.get().may(HandoverPermissions.PASS);
        return Page.of(
                "directory/handover/handover",
                new HandoverPage(
                        it.name(),
                        ROOM + "/" + id,
                        t.say("handover.passed.by", it.passedBy(), it.passedAt()),
                        t.say("handover.last-day.was", it.lastDay()),
                        it.note().isBlank() ? null : Markdown.toHtml(it.note(), 2),
                        parts(it, Fate.PASSES, t),
                        parts(it, Fate.ENDS, t),
                        parts(it, Fate.REMAINS, t),
                        letters,
                        passes && letters.stream().anyMatch(HandoverController::waits),
                        passes && letters.stream().anyMatch(each -> each.isOpen() || each.isDelivered()),
                        handovers.unread().stream().anyMatch(each -> each.id().equals(it.id()))));
    }

    @GetMapping("/{id}/file/{format}")
    void file(@PathVariable UUID id, @PathVariable String format, Words t, HttpServletResponse response)
            throws IOException {
        Rendering rendering = Packs.format(format);
        Handover it = handovers.one(new HandoverId(id));
        List<HeldPart> all = new ArrayList<>(parts(it, Fate.PASSES, t));
        all.addAll(parts(it, Fate.REMAINS, t));
        Packs.send(
                PackPaper.of(
                        it.name(),
                        t.say("handover.passed.by", it.passedBy(), it.passedAt()),
                        settings.current().name(),
                        it.note(),
                        all,
                        handovers.background(it.passed(), t),
                        t),
                rendering,
                t,
                response);
    }

    @PostMapping("/{id}/take-back")
    @Requires(HandoverPermissions.PASS)
    ModelAndView takeBack(@PathVariable UUID id) {
        HandoverId handover = handovers.one(new HandoverId(id)).id();
        return Go.to(ROOM + "/" + id).saying("handover.letters.taken-back", handovers.takeBackLetters(handover));
    }

    private static boolean waits(SuccessorLetter letter) {
        return letter.status() != null && letter.status().state() == LetterState.WAITING;
    }

    @GetMapping("/{id}/delivered")
    @Requires(HandoverPermissions.PASS)
    ModelAndView deliver(@PathVariable UUID id, Words t) {
        return delivering(handovers.one(new HandoverId(id)), DeliveryPage.blank(settings.today(), List.of()), t);
    }

    @PostMapping("/{id}/delivered")
    @Requires(HandoverPermissions.PASS)
    ModelAndView deliver(@PathVariable UUID id, Form form, Words t) {
        Handover it = handovers.one(new HandoverId(id));
        LocalDate passed = LocalDate.ofInstant(it.passedAt(), settings.current().zone());
        return form.submit(
                answers -> DeliveryPage.read(form, answers),
                said -> Go.to(ROOM + "/" + id)
                        .saying(
                                "mail.delivered",
                                handovers.markDelivered(
                                        it, said.letters(), new Delivery(said.method(), said.on(), passed))),
                () -> delivering(it, form, t));
    }

    @PostMapping("/{id}/delivered/{successor}/undo")
    @Requires(HandoverPermissions.PASS)
    ModelAndView undoDelivered(@PathVariable UUID id, @PathVariable UUID successor) {
        HandoverId handover = handovers.one(new HandoverId(id)).id();
        return Go.to(ROOM + "/" + id + "/delivered")
                .saying("mail.deliver.undone", handovers.undoDelivered(handover, successor));
    }

    private ModelAndView delivering(Handover it, Form form, Words t) {
        List<SuccessorLetter> letters = handovers.letters(it);
        return Page.of(
                "platform/mail/deliveries",
                new DeliveryPage(
                        t.say("handover.of", it.name()),
                        ROOM + "/" + it.id().value(),
                        t.say("handover.deliver.lead"),
                        rows(letters, SuccessorLetter::isOpen, t),
                        rows(letters, SuccessorLetter::isDelivered, t),
                        form));
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
                                : LetterFormatter.state(each.status(), t)))
                .toList();
    }

    @PostMapping("/{id}/read")
    ModelAndView read(@PathVariable UUID id) {
        notes.read(new HandoverId(id));
        return Go.to("/").saying("handover.read.said");
    }

    private List<HeldPart> parts(Handover it, Fate fate, Words t) {
        Map<String, List<HeldPart.Row>> byKind = new LinkedHashMap<>();
        LocalDate then = LocalDate.ofInstant(it.passedAt(), settings.current().zone());
        it.items().stream()
                .filter(item -> item.fate() == fate)
                .forEach(item -> byKind.computeIfAbsent(item.kind(), k -> new ArrayList<>())
                        .add(HeldPart.row(item.held(), fate, item.successor(), then, t)));
        return byKind.entrySet().stream()
                .map(kind -> new HeldPart(t.say(kind.getKey()), kind.getValue()))
                .toList();
    }
}
