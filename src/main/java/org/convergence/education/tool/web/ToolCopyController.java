package org.convergence.education.tool.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.education.tool.HandOutSetting;
import org.convergence.education.tool.ToolId;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.education.tool.domain.Tool;
import org.convergence.education.tool.domain.Tool.CopyBatch;
import org.convergence.education.tool.domain.Tool.HandOut;
import org.convergence.education.tool.domain.Tool.HandOutFacts;
import org.convergence.education.tool.domain.Tool.ToolEdition;
import org.convergence.education.tool.domain.ToolLoanService;
import org.convergence.education.tool.domain.ToolQueries;
import org.convergence.education.tool.domain.ToolQueries.ToolPart;
import org.convergence.education.tool.domain.ToolService;
import org.convergence.education.tool.web.ToolPage.ToolFormPage;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Editions, printed copies, hand-outs and loans of a tool. */
@Controller
@RequestMapping("/education/tool/{id}")
@Requires(ToolPermissions.EDIT)
record ToolCopyController(
        ToolQueries queries, ToolService tools, ToolLoanService loans, ToolForm forms, OrganisationSettings settings) {

    private static final int USUAL_LOAN_DAYS = 21;

    private static SeeOther saved(ToolId id) {
        return SeeOther.to(ToolPage.url(id)).withNotice("tool.saved");
    }

    private ModelAndView formPage(ToolId id, String kind, String action, Form form, List<Option> options, Words t) {
        return PageView.of(
                "education/tool/form",
                new ToolFormPage(
                        kind,
                        t.say("tool." + kind + ".title"),
                        ToolPage.url(id) + action,
                        ToolPage.url(id),
                        queries.findById(id).title(),
                        form,
                        options,
                        kind.equals("loan") || kind.equals("hand-out") ? forms.holder(form) : null,
                        form.problems().stream().anyMatch(each -> each.key().equals("tool.ask.stock"))));
    }

    @GetMapping("/editions/new")
    ModelAndView addEdition(@PathVariable ToolId id, Words t) {
        Form form = Form.blank().with("language", "fr").with(ToolForm.PUBLISHED.name(), settings.today());
        return formPage(id, "edition", "/editions/new", form, ToolForm.languages(form, t), t);
    }

    @PostMapping("/editions/new")
    ModelAndView addEdition(@PathVariable ToolId id, Form form, Words t) {
        return saveEdition(id, null, "/editions/new", form, t);
    }

    @GetMapping("/editions/{edition}")
    ModelAndView edition(@PathVariable ToolId id, @PathVariable UUID edition, Words t) {
        ToolEdition it = queries.findEditions(id).stream()
                .filter(each -> each.id().equals(edition))
                .findFirst()
                .orElseThrow(() -> new NotFound("tool"));
        Form form = ToolForm.open(it);
        return formPage(id, "edition", "/editions/" + edition, form, ToolForm.languages(form, t), t);
    }

    @PostMapping("/editions/{edition}")
    ModelAndView edition(@PathVariable ToolId id, @PathVariable UUID edition, Form form, Words t) {
        queries.requirePart(id, ToolPart.EDITION, edition);
        return saveEdition(id, edition, "/editions/" + edition, form, t);
    }

    private ModelAndView saveEdition(ToolId id, @Nullable UUID edition, String action, Form form, Words t) {
        return form.submit(
                ToolForm::readEdition,
                input -> {
                    tools.saveEdition(id, edition, input.version(), input.facts());
                    return saved(id);
                },
                () -> formPage(id, "edition", action, form, ToolForm.languages(form, t), t));
    }

    /** Printed copies as they were typed. */
    private record BatchInput(UUID edition, LocalDate on, int copies, String place) {}

    @GetMapping("/batches/new")
    ModelAndView print(@PathVariable ToolId id, Words t) {
        return formPage(id, "batch", "/batches/new", Form.blank().with("on", settings.today()), editions(id, t), t);
    }

    private List<Option> editions(ToolId id, Words t) {
        return queries.findEditions(id).stream()
                .map(each -> Option.of(each.id(), each.label() + " · " + t.languageName(each.language())))
                .toList();
    }

    @PostMapping("/batches/new")
    ModelAndView print(@PathVariable ToolId id, Form form, Words t) {
        return form.submit(
                answers -> {
                    UUID edition = answers.id("edition");
                    if (queries.findEditions(id).stream()
                            .noneMatch(each -> each.id().equals(edition))) {
                        answers.reject("edition", "shell.form.choice");
                    }
                    return new BatchInput(
                            edition,
                            answers.get(ToolForm.ON),
                            answers.get(ToolForm.COPIES),
                            answers.get(ToolForm.PLACE));
                },
                input -> {
                    tools.print(input.edition(), input.on(), input.copies(), input.place());
                    return saved(id);
                },
                () -> formPage(id, "batch", "/batches/new", form, editions(id, t), t));
    }

    @GetMapping("/batches/{batch}/hand-out")
    @Requires(ToolPermissions.RECORD)
    ModelAndView handOut(@PathVariable ToolId id, @PathVariable UUID batch, Words t) {
        queries.requirePart(id, ToolPart.BATCH, batch);
        Form form = Form.blank().with("on", settings.today()).with(ToolForm.SETTING.name(), HandOutSetting.CLASS);
        return formPage(id, "hand-out", "/batches/" + batch + "/hand-out", form, ToolForm.regions(), t);
    }

    /** A hand-out as it was typed. */
    private record HandOutInput(HandOutFacts facts, boolean confirmed) {}

    @PostMapping("/batches/{batch}/hand-out")
    @Requires(ToolPermissions.RECORD)
    ModelAndView handOut(@PathVariable ToolId id, @PathVariable UUID batch, Form form, Words t) {
        queries.requirePart(id, ToolPart.BATCH, batch);
        return form.submit(
                answers -> new HandOutInput(forms.readHandOut(answers), answers.checkbox("confirmed")),
                input -> {
                    UUID handOut = tools.handOut(batch, input.facts(), input.confirmed());
                    return SeeOther.to(ToolPage.url(id))
                            .withNotice("tool.handed-out", input.facts().copies())
                            .withUndo(ToolPage.url(id) + "/hand-outs/" + handOut + "/take-back");
                },
                () -> formPage(id, "hand-out", "/batches/" + batch + "/hand-out", form, ToolForm.regions(), t));
    }

    @GetMapping("/hand-outs/{handOut}/back")
    @Requires(ToolPermissions.RECORD)
    ModelAndView back(@PathVariable ToolId id, @PathVariable UUID handOut, Words t) {
        return backPage(id, handOut, Form.blank().with("on", settings.today()), t);
    }

    /** Copies that came back, as they were typed. */
    private record ReturnInput(LocalDate on, int copies) {}

    @PostMapping("/hand-outs/{handOut}/back")
    @Requires(ToolPermissions.RECORD)
    ModelAndView back(@PathVariable ToolId id, @PathVariable UUID handOut, Form form, Words t) {
        queries.findHandOut(id, handOut);
        return form.submit(
                answers -> new ReturnInput(answers.get(ToolForm.ON), answers.get(ToolForm.COPIES)),
                input -> {
                    UUID back = tools.noteReturn(handOut, input.on(), input.copies());
                    return SeeOther.to(ToolPage.url(id))
                            .withNotice("tool.came-back", input.copies())
                            .withUndo(ToolPage.url(id) + "/hand-outs/" + back + "/take-back");
                },
                () -> backPage(id, handOut, form, t));
    }

    private ModelAndView backPage(ToolId id, UUID handOut, Form form, Words t) {
        HandOut it = queries.findHandOut(id, handOut);
        List<Option> about = List.of(Option.of(handOut, t.say("tool.back.about", it.out(), it.handedOn(), it.place())));
        return formPage(id, "back", "/hand-outs/" + handOut + "/back", form, about, t);
    }

    @PostMapping("/hand-outs/{handOut}/take-back")
    @Requires(ToolPermissions.RECORD)
    ModelAndView takeBack(@PathVariable ToolId id, @PathVariable UUID handOut) {
        queries.requirePart(id, ToolPart.HAND_OUT, handOut);
        tools.takeBack(handOut);
        return saved(id);
    }

    @GetMapping("/batches/{batch}/discard")
    @Requires(ToolPermissions.RECORD)
    ModelAndView discard(@PathVariable ToolId id, @PathVariable UUID batch, Words t) {
        Form form = Form.blank()
                .with(ToolForm.COPIES.name(), Math.max(findBatch(id, batch).left(), 0));
        return discardPage(id, batch, form, t);
    }

    private CopyBatch findBatch(ToolId id, UUID batch) {
        return queries.findBatches(id).stream()
                .filter(each -> each.id().equals(batch))
                .findFirst()
                .orElseThrow(() -> new NotFound("tool"));
    }

    private record DiscardInput(int copies, int discarded) {}

    /** Takes copies out of their pile; with {@code undo}, puts them back. */
    @PostMapping("/batches/{batch}/discard")
    @Requires(ToolPermissions.RECORD)
    ModelAndView discard(@PathVariable ToolId id, @PathVariable UUID batch, Form form, Words t) {
        queries.requirePart(id, ToolPart.BATCH, batch);
        boolean isUndo = form.filled("undo");
        return form.submit(
                answers -> new DiscardInput(answers.get(ToolForm.COPIES), answers.version()),
                input -> {
                    int copies = input.copies();
                    tools.discard(batch, isUndo ? -copies : copies, input.discarded());
                    SeeOther done = SeeOther.to(ToolPage.url(id));
                    return isUndo
                            ? done.withNotice("tool.saved")
                            : done.withNotice("tool.discarded", copies)
                                    .withUndo(ToolPage.url(id) + "/batches/" + batch + "/discard?undo=true&copies="
                                            + copies + "&version=" + (input.discarded() + copies));
                },
                () -> discardPage(id, batch, form, t));
    }

    private ModelAndView discardPage(ToolId id, UUID batch, Form form, Words t) {
        return formPage(
                id,
                "discard",
                "/batches/" + batch + "/discard",
                form.atVersion(findBatch(id, batch).discarded()),
                List.of(),
                t);
    }

    @GetMapping("/loans/new")
    ModelAndView lend(@PathVariable ToolId id, Words t) {
        Tool tool = queries.findById(id);
        Form form = Form.blank()
                .with(ToolForm.COPY.name(), tool.title() + " 1")
                .with(ToolForm.LENT.name(), settings.today())
                .with(ToolForm.DUE.name(), settings.today().plusDays(USUAL_LOAN_DAYS));
        return formPage(id, "loan", "/loans/new", form, List.of(), t);
    }

    @PostMapping("/loans/new")
    ModelAndView lend(@PathVariable ToolId id, Form form, Words t) {
        return form.submit(
                forms::readLoan,
                facts -> {
                    loans.lend(id, facts);
                    return saved(id);
                },
                () -> formPage(id, "loan", "/loans/new", form, List.of(), t));
    }

    @GetMapping("/loans/{loan}/return")
    ModelAndView end(@PathVariable ToolId id, @PathVariable UUID loan, Words t) {
        queries.requirePart(id, ToolPart.LOAN, loan);
        return formPage(
                id, "return", "/loans/" + loan + "/return", Form.blank().with("on", settings.today()), List.of(), t);
    }

    @PostMapping("/loans/{loan}/return")
    ModelAndView end(@PathVariable ToolId id, @PathVariable UUID loan, Form form, Words t) {
        queries.requirePart(id, ToolPart.LOAN, loan);
        boolean asked = form.filled("asked");
        return form.submit(
                ToolForm::readReturn,
                facts -> {
                    loans.returned(loan, facts, asked);
                    return saved(id);
                },
                () -> formPage(id, "return", "/loans/" + loan + "/return", form.with("asked", true), List.of(), t));
    }
}
