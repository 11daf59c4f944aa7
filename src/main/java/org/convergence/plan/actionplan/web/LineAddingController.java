package org.convergence.plan.actionplan.web;

import java.util.UUID;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.Level;
import org.convergence.plan.actionplan.PlanId;
import org.convergence.plan.actionplan.Wording;
import org.convergence.plan.actionplan.domain.AmendmentNote;
import org.convergence.plan.actionplan.domain.LineFacts;
import org.convergence.plan.actionplan.domain.Place;
import org.convergence.plan.actionplan.domain.PlanAmending;
import org.convergence.plan.actionplan.domain.PlanBoards;
import org.convergence.plan.actionplan.domain.PlanDrafting;
import org.convergence.plan.actionplan.domain.PlanHeader;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** Adds lines to a plan, under the plan itself or under another line. */
@Controller
@RequestMapping("/plan/actionplan")
@Requires(ActionPlanPermissions.DRAFT)
class LineAddingController {

    private final PlanBoards boards;
    private final PlanDrafting drafting;
    private final PlanAmending amending;
    private final OrganisationSettings settings;

    LineAddingController(
            PlanBoards boards, PlanDrafting drafting, PlanAmending amending, OrganisationSettings settings) {
        this.boards = boards;
        this.drafting = drafting;
        this.amending = amending;
        this.settings = settings;
    }

    private record Addition(Wording words, @Nullable AmendmentNote note) {}

    /** The position of a new line. */
    private record Under(
            PlanHeader plan,
            Level level,
            Place place,
            @Nullable String subject,
            String url,
            String back) {}

    @GetMapping("/{plan}/add/{level}")
    ModelAndView addToPlan(@PathVariable UUID plan, @PathVariable Level level) {
        return blank(under(plan, level));
    }

    @PostMapping("/{plan}/add/{level}")
    ModelAndView addToPlan(@PathVariable UUID plan, @PathVariable Level level, Form form) {
        return add(under(plan, level), form);
    }

    @GetMapping("/line/{level}/{line}/add")
    ModelAndView addToLine(@PathVariable Level level, @PathVariable UUID line) {
        return blank(below(level, line));
    }

    @PostMapping("/line/{level}/{line}/add")
    ModelAndView addToLine(@PathVariable Level level, @PathVariable UUID line, Form form) {
        return add(below(level, line), form);
    }

    private Under under(UUID plan, Level level) {
        if (level != Level.OBJECTIVE && level != Level.SECTION) {
            throw new NotFound("line");
        }
        PlanHeader header = boards.header(new PlanId(plan));
        return new Under(
                header,
                level,
                Place.under(plan),
                null,
                PlanTops.url(header, "/add/" + Saying.slug(level)),
                PlanTops.url(header, "/text"));
    }

    private Under below(Level level, UUID line) {
        LineFacts facts = boards.line(level, line);
        Level child =
                switch (level) {
                    case OBJECTIVE -> Level.MEANS;
                    case MEANS, ACTION -> Level.ACTION;
                    default -> throw new NotFound("line");
                };
        Place place = level == Level.ACTION ? new Place(facts.above(), line, null) : Place.under(line);
        return new Under(
                facts.plan(),
                child,
                place,
                facts.words().label(),
                LinePlaces.url(level, line, "/add"),
                LinePlaces.home(facts));
    }

    private ModelAndView blank(Under under) {
        Rights.requireWriting(under.plan());
        Form form = LineForms.blank(under.level());
        return page(under, under.plan().isDraft() ? form : PlanForms.noting(form, settings.today()));
    }

    private ModelAndView add(Under under, Form form) {
        Rights.requireWriting(under.plan());
        return form.submit(
                answers -> new Addition(
                        LineForms.read(under.level(), form, answers, null),
                        under.plan().isDraft() ? null : PlanForms.note(answers)),
                addition -> {
                    AmendmentNote note = addition.note();
                    PlanId plan = under.plan().id();
                    if (note == null) {
                        drafting.add(plan, under.place(), addition.words());
                    } else {
                        amending.add(plan, under.place(), addition.words(), note);
                    }
                    return Go.to(under.back()).saying("actionplan.line.added");
                },
                () -> page(under, form));
    }

    private static ModelAndView page(Under under, Form form) {
        boolean part = under.place().parent() != null;
        return Page.of(
                "plan/actionplan/edit-" + Saying.slug(under.level()),
                new FormPage(
                        "actionplan.add." + (part ? "PART" : under.level().name()),
                        under.plan().facts().title(),
                        under.subject(),
                        under.url(),
                        under.back(),
                        form,
                        !under.plan().isDraft(),
                        null));
    }
}
