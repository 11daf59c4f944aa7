package org.convergence.plan.howto.web;

import java.util.List;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlans;
import org.convergence.plan.actionplan.PlanLine;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.plan.howto.domain.HowTo;
import org.convergence.plan.howto.domain.HowToHistory;
import org.convergence.plan.howto.domain.HowToQueries;
import org.convergence.plan.howto.domain.HowToService;
import org.convergence.plan.howto.web.HowToPage.HowToFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Writes and corrects how-tos. */
@Controller
@RequestMapping("/plan/howto")
@Requires(HowToPermissions.WRITE)
record HowToEditController(HowToQueries howTos, HowToService howToService, HowToHistory past, ActionPlans plans) {

    private static final String OF = "of";
    private static final String TITLE = "title";
    private static final String TEXT = "text";

    private record HowToInput(
            int version,
            String title,
            String text,
            @Nullable UUID of) {}

    @GetMapping("/new")
    ModelAndView begin(Form form) {
        PlanLine line = line(form);
        Form blank = Form.blank();
        if (line != null) {
            blank.with(TITLE, line.title().length() > HowTo.LONGEST_TITLE ? "" : line.title());
            blank.with(OF, line.id());
        }
        return beginning(blank, line);
    }

    @PostMapping("/new")
    ModelAndView write(Form form) {
        PlanLine line = line(form);
        return form.submit(
                HowToEditController::read,
                writing -> {
                    List<ActionId> actions = line == null ? List.of() : List.of(line.id());
                    HowToId id = howToService.create(writing.title(), writing.text(), actions);
                    return SeeOther.to(HowToFormatter.ROOM + "/" + id.value()).withNotice("howto.saved");
                },
                () -> beginning(form, line));
    }

    @GetMapping("/{id}/edit")
    ModelAndView correct(@PathVariable UUID id) {
        HowTo it = howTos.findById(new HowToId(id));
        return correcting(it, now(it), null);
    }

    @PostMapping("/{id}/edit")
    ModelAndView correct(@PathVariable UUID id, Form form) {
        HowToId howTo = new HowToId(id);
        return form.submit(
                HowToEditController::read,
                writing -> {
                    howToService.update(howTo, writing.version(), writing.title(), writing.text());
                    return SeeOther.to(HowToFormatter.ROOM + "/" + id).withNotice("howto.saved");
                },
                () -> correcting(howTos.findById(howTo), form, null),
                since -> {
                    HowTo it = howTos.findById(howTo);
                    HowToHistory.HowToWording opened = past.findVersion(howTo, since);
                    Form before = Form.blank().with(TITLE, opened.title()).with(TEXT, opened.text());
                    return correcting(
                            it,
                            form,
                            Conflict.merge(
                                    form,
                                    before,
                                    now(it),
                                    since,
                                    past.lastEditor(howTo),
                                    List.of(TITLE, TEXT),
                                    (field, value) -> value));
                });
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable UUID id) {
        HowTo it = howTos.findById(new HowToId(id));
        howToService.delete(it.id());
        return SeeOther.to(HowToFormatter.ROOM).withNotice("howto.removed", it.title());
    }

    private static HowToInput read(FormValues answers) {
        return new HowToInput(
                answers.version(),
                answers.text(TITLE, HowTo.LONGEST_TITLE).strip(),
                answers.text(TEXT, HowTo.LONGEST_TEXT),
                answers.optionalId(OF));
    }

    private static Form now(HowTo it) {
        return Form.blank().with(TITLE, it.title()).with(TEXT, it.text()).atVersion(it.version());
    }

    private @Nullable PlanLine line(Form form) {
        UUID of = form.read(answers -> java.util.Optional.ofNullable(answers.optionalId(OF)))
                .orElse(null);
        ActionId action = of == null ? null : new ActionId(of);
        return action == null ? null : plans.findLinesById(List.of(action)).get(action);
    }

    private ModelAndView beginning(Form form, @Nullable PlanLine line) {
        List<Option> others = line == null
                ? List.of()
                : howTos.findAll().stream()
                        .map(each -> new Option(each.id().value().toString(), each.title()))
                        .toList();
        String back = line == null
                ? HowToFormatter.ROOM
                : "/plan/actionplan/action/" + line.id().value();
        return page(new HowToFormPage(
                "howto.new",
                line == null ? null : line.label(),
                HowToFormatter.ROOM + "/new",
                back,
                form,
                null,
                others,
                HowToFormatter.ROOM + "/tie",
                null));
    }

    private static ModelAndView correcting(HowTo it, Form form, @Nullable Conflict conflict) {
        return page(new HowToFormPage(
                "howto.edit",
                it.title(),
                HowToFormatter.url(it, "/edit"),
                HowToFormatter.url(it, ""),
                form,
                conflict,
                List.of(),
                "",
                HowToFormatter.url(it, "/remove")));
    }

    private static ModelAndView page(HowToFormPage page) {
        return PageView.of("plan/howto/form", page);
    }
}
