package org.convergence.outreach.congress.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.PresentationKitSource;
import org.convergence.outreach.congress.PresentationKitSource.PresentationKit;
import org.convergence.outreach.congress.domain.Gathering;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.outreach.congress.domain.GatheringService;
import org.convergence.outreach.congress.domain.Representation;
import org.convergence.outreach.congress.domain.Representation.RepresentationId;
import org.convergence.outreach.congress.domain.Representation.RepresentationOrigin;
import org.convergence.outreach.congress.domain.Representation.RepresentationResult;
import org.convergence.outreach.congress.domain.Representation.RepresentationState;
import org.convergence.outreach.congress.domain.RepresentationLetterSender;
import org.convergence.outreach.congress.domain.RepresentationService;
import org.convergence.outreach.congress.web.CongressPage.CongressFormPage;
import org.convergence.outreach.congress.web.CongressPage.RepresentationListPage;
import org.convergence.outreach.congress.web.CongressPage.RepresentationPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.mail.MailingConfirmation;
import org.convergence.platform.mail.MailingPreview;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Representations: planning, report, promise. */
@Controller
@RequestMapping("/outreach/congress/representations")
@Requires(CongressPermissions.EDIT)
record RepresentationController(
        RepresentationService service,
        GatheringService gatherings,
        RepresentationLetterSender letters,
        LetterStatusService statuses,
        RepresentationForm forms,
        CongressForm shared,
        List<PresentationKitSource> kits,
        OrganisationSettings settings) {

    private static final Set<String> STEPS = Set.of("edit", "report", "decline");

    @Bean
    static AddButtonEntry representationEntry() {
        return AddButtonEntry.of(
                        100,
                        "congress.representation.add",
                        CongressPage.REPRESENTATIONS + "/new",
                        CongressPermissions.EDIT)
                .firstUnder(CongressPage.REPRESENTATIONS);
    }

    @GetMapping
    @Requires(CongressPermissions.READ)
    ModelAndView list(Words t) {
        List<Representation> all = service.findAll();
        Map<String, List<Representation>> groups = new LinkedHashMap<>();
        groups.put(
                t.say("congress.group.settle"),
                pick(all, EnumSet.of(RepresentationState.WAITING, RepresentationState.PROMISED)));
        groups.put(
                t.say("congress.group.ahead"),
                pick(all, EnumSet.of(RepresentationState.SCHEDULED)).stream()
                        .sorted(Comparator.comparing(Representation::day))
                        .toList());
        groups.put(
                t.say("congress.group.over"),
                pick(all, EnumSet.of(RepresentationState.DONE, RepresentationState.DECLINED)));
        groups.values().removeIf(List::isEmpty);
        return PageView.of(
                "outreach/congress/representations",
                new RepresentationListPage(
                        groups,
                        service.countPresentations(settings.current().fiscalYearOf(settings.today())),
                        CongressController.mayEdit()));
    }

    private static List<Representation> pick(List<Representation> all, Set<RepresentationState> states) {
        return new ArrayList<>(
                all.stream().filter(each -> states.contains(each.state())).toList());
    }

    /** A new one; at a {@code gathering}, its organisation and its first day are filled in. */
    @GetMapping("/new")
    ModelAndView open(Form asked, Words t) {
        UUID id = asked.read(answers -> answers.optionalId(CongressForm.GATHERING));
        Form form = Form.blank()
                .with(RepresentationForm.ORIGIN.name(), RepresentationOrigin.ASKED)
                .with(RepresentationForm.ASKED.name(), settings.today())
                .with(RepresentationForm.PERSON, CurrentActor.get().personId());
        if (id != null) {
            Gathering gathering = gatherings.findById(new GatheringId(id));
            form.with(CongressForm.GATHERING, gathering.id())
                    .with(CongressForm.ORGANISATION, gathering.organisation())
                    .with(RepresentationForm.PLANNED.name(), gathering.expected() ? null : gathering.beginsOn());
        }
        return formPage(null, "representation", form, t);
    }

    @PostMapping("/new")
    ModelAndView add(Form form, Words t) {
        return form.submit(
                forms::read,
                facts -> saved(service.save(null, 0, facts)),
                () -> formPage(null, "representation", form, t));
    }

    private static SeeOther saved(RepresentationId id) {
        return SeeOther.to(CongressPage.url(id)).withNotice("congress.saved");
    }

    @GetMapping("/{id}")
    @Requires(CongressPermissions.READ)
    ModelAndView show(@PathVariable RepresentationId id) {
        Representation it = service.findById(id);
        return PageView.of(
                "outreach/congress/representation",
                new RepresentationPage(
                        CongressPage.url(id),
                        it,
                        findKits().stream()
                                .filter(each -> each.id().equals(it.kitRecord()))
                                .findFirst()
                                .orElse(null),
                        settings.today(),
                        letters.findStatus(id).orElse(null),
                        CongressController.mayEdit()));
    }

    /** Shows the letter to those who go, as it would leave. */
    @GetMapping("/{id}/letter")
    ModelAndView confirmLetter(@PathVariable RepresentationId id, Words t) {
        String url = CongressPage.url(id);
        MailingPreview preview = letters.preview(id);
        return new MailingConfirmation(
                        t.say("congress.letter"),
                        service.findById(id).topic(),
                        url,
                        null,
                        preview,
                        url + "/letter",
                        !preview.letters().isEmpty())
                .view();
    }

    @PostMapping("/{id}/letter")
    ModelAndView sendLetter(@PathVariable RepresentationId id, Form form) {
        String url = CongressPage.url(id);
        if (!letters.preview(id).mark().equals(form.value("confirmed"))) {
            return SeeOther.to(url + "/letter").withWarning("mail.refused.changed");
        }
        int sent = letters.send(id);
        return statuses.notePosted(SeeOther.to(url), sent, "congress.letter.sent", "mail.waits.count", sent)
                .withUndo(url + "/letter/take-back");
    }

    @PostMapping("/{id}/letter/take-back")
    ModelAndView takeBackLetter(@PathVariable RepresentationId id) {
        return SeeOther.to(CongressPage.url(id)).withNotice("congress.letter.taken-back", letters.takeBack(id));
    }

    private ModelAndView formPage(@Nullable Representation it, String step, Form form, Words t) {
        String url = it == null ? CongressPage.REPRESENTATIONS : CongressPage.url(it.id());
        boolean isPlan = it == null || step.equals("edit");
        return PageView.of(
                "outreach/congress/form",
                new CongressFormPage(
                        isPlan ? "representation" : step,
                        it == null ? null : it.topic(),
                        url + "/" + (it == null ? "new" : step),
                        url,
                        form,
                        isPlan
                                ? Map.of(
                                        CongressForm.ORGANISATION,
                                        shared.organisation(form, CongressForm.ORGANISATION),
                                        RepresentationForm.PERSON,
                                        shared.person(form, RepresentationForm.PERSON),
                                        RepresentationForm.SUBSTITUTE,
                                        shared.person(form, RepresentationForm.SUBSTITUTE))
                                : Map.of(),
                        isPlan ? shared.gatherings(it == null ? null : it.gathering(), t) : List.of(),
                        isPlan ? shared.lines(form) : List.of(),
                        isPlan
                                ? findKits().stream()
                                        .map(each -> Option.of(each.id(), each.title()))
                                        .toList()
                                : List.of(),
                        List.of()));
    }

    private List<PresentationKit> findKits() {
        return kits.stream()
                .flatMap(each -> each.findKits(CurrentActor.get()).stream())
                .toList();
    }

    private Representation find(RepresentationId id, String step) {
        if (!STEPS.contains(step)) {
            throw new NotFound("representation");
        }
        return service.findById(id);
    }

    @GetMapping("/{id}/{step}")
    ModelAndView open(@PathVariable RepresentationId id, @PathVariable String step, Words t) {
        Representation it = find(id, step);
        LocalDate today = settings.today();
        LocalDate on = Objects.requireNonNullElse(it.doneOn(), Objects.requireNonNullElse(it.plannedOn(), today));
        return formPage(
                it,
                step,
                RepresentationForm.open(it).with(RepresentationForm.ON.name(), on.isAfter(today) ? today : on),
                t);
    }

    @PostMapping("/{id}/{step}")
    ModelAndView take(@PathVariable RepresentationId id, @PathVariable String step, Form form, Words t) {
        Representation it = find(id, step);
        return form.submit(
                answers -> read(it, step, answers), act -> act(it, step, act), () -> formPage(it, step, form, t));
    }

    private static SeeOther act(Representation it, String step, Runnable act) {
        act.run();
        SeeOther done = saved(it.id());
        String url = CongressPage.url(it.id());
        return switch (step) {
            case "report" -> it.doneOn() == null ? done.withUndo(url + "/acts/take-back") : done;
            case "decline" -> done.withUndo(url + "/acts/reopen");
            default -> done;
        };
    }

    /** Reads the form of a step; what it returns takes the step. */
    private Runnable read(Representation it, String step, FormValues answers) {
        int version = answers.version();
        if (step.equals("report")) {
            RepresentationResult result = RepresentationForm.readResult(answers);
            return () -> service.report(it.id(), version, result);
        }
        if (step.equals("decline")) {
            String reason = answers.get(RepresentationForm.REASON);
            return () -> service.decline(it.id(), version, reason);
        }
        Representation.RepresentationFacts facts = forms.read(answers);
        return () -> service.save(it.id(), version, facts);
    }

    /** What is done at once, by a button. */
    @PostMapping("/{id}/acts/{act}")
    ModelAndView act(@PathVariable RepresentationId id, @PathVariable String act) {
        SeeOther done = saved(id);
        switch (act) {
            case "take-back" -> service.takeBack(id);
            case "reopen" -> service.reopen(id);
            case "keep" -> {
                service.setPromiseKept(id, true);
                done.withUndo(CongressPage.url(id) + "/acts/owe");
            }
            case "owe" -> service.setPromiseKept(id, false);
            default -> throw new NotFound("representation");
        }
        return done;
    }
}
