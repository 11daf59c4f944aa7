package org.convergence.plan.time.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.HoursCell;
import org.convergence.plan.time.domain.TimePost;
import org.convergence.plan.time.domain.Week;
import org.convergence.plan.time.domain.WeekSheet;
import org.convergence.plan.time.domain.WeekSheetQueries;
import org.convergence.plan.time.domain.WeekSheetService;
import org.convergence.plan.time.web.WeekPage.UnlinkedAccountPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
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

/** One's own week. */
@Controller
@RequestMapping("/plan/time/week")
@Requires(TimePermissions.OWN)
record WeekController(
        WeekSheetQueries weekSheetQueries,
        WeekSheetService sheets,
        WeekPageAssembler pages,
        OrganisationSettings settings) {

    private record WeekInput(int version, List<HoursCell> cells) {}

    @GetMapping
    ModelAndView thisWeek() {
        return SeeOther.to(WeekPageAssembler.url(Week.of(settings.today()).toString()));
    }

    @GetMapping("/{week}")
    ModelAndView show(@PathVariable String week, Words t) {
        Week asked = week(week);
        if (CurrentActor.get().personId() == null) {
            return PageView.of("plan/time/unlinked", new UnlinkedAccountPage(TimeMenu.tabs("week", t)));
        }
        WeekSheet sheet = weekSheetQueries.findOwn(asked);
        return page(sheet, WeekForm.of(sheet, t), t);
    }

    private ModelAndView page(WeekSheet sheet, Form form, Words t) {
        return PageView.of("plan/time/week", pages.assembleOwn(sheet, form, t));
    }

    static Week week(String written) {
        return Week.parse(written).orElseThrow(() -> new NotFound("week"));
    }

    /** Saves, submits, or adds an empty line. */
    @PostMapping("/{week}")
    ModelAndView save(@PathVariable String week, Form form, Words t) {
        Week asked = week(week);
        if (form.value("do").equals("add")) {
            return oneMore(asked, form, t);
        }
        boolean submit = form.value("do").equals("submit");
        return form.submit(
                answers -> new WeekInput(answers.version(), WeekForm.read(form, answers, asked)),
                sent -> sheets.save(asked, sent.version(), sent.cells(), submit),
                SeeOther.to(WeekPageAssembler.url(week)).withNotice(submit ? "time.week.submitted" : "time.week.saved"),
                () -> page(weekSheetQueries.findOwn(asked), form, t));
    }

    private ModelAndView oneMore(Week asked, Form form, Words t) {
        String line = form.value("line");
        List<String> posts = new ArrayList<>(form.values("post"));
        TimePost post = WeekForm.post(line);
        if (post != null && post.action() != null) {
            TimePost added = new TimePost(post.action(), shared(form));
            if (!posts.contains(added.key())) {
                posts.add(added.key());
            }
        }
        return page(
                weekSheetQueries.findOwn(asked),
                form.with("post", posts).with("line", null).with("share", null),
                t);
    }

    /** The realisation whose hours are shared with the new line; {@code null} for none. */
    private static @Nullable RealisationId shared(Form form) {
        TimePost post = WeekForm.post(form.value("share"));
        return post == null ? null : post.realisation();
    }
}
