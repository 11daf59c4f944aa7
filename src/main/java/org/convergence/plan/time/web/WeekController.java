package org.convergence.plan.time.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.plan.time.domain.Cell;
import org.convergence.plan.time.domain.Post;
import org.convergence.plan.time.domain.SheetKeeping;
import org.convergence.plan.time.domain.SheetReading;
import org.convergence.plan.time.domain.Week;
import org.convergence.plan.time.domain.WeekSheet;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
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
class WeekController {

    private final SheetReading reading;
    private final SheetKeeping keeping;
    private final WeekPages pages;
    private final OrganisationSettings settings;

    WeekController(SheetReading reading, SheetKeeping keeping, WeekPages pages, OrganisationSettings settings) {
        this.reading = reading;
        this.keeping = keeping;
        this.pages = pages;
        this.settings = settings;
    }

    private record Sent(int version, List<Cell> cells) {}

    @GetMapping
    ModelAndView thisWeek() {
        return Go.to(WeekPages.url(Week.of(settings.today()).toString()));
    }

    @GetMapping("/{week}")
    ModelAndView show(@PathVariable String week, Words t) {
        Week asked = week(week);
        if (CurrentActor.get().personId() == null) {
            return Page.of("plan/time/unlinked", new UnlinkedPage(TimeMenu.tabs("week", t)));
        }
        WeekSheet sheet = reading.own(asked);
        return page(sheet, WeekForms.of(sheet, t), t);
    }

    private ModelAndView page(WeekSheet sheet, Form form, Words t) {
        return Page.of("plan/time/week", pages.own(sheet, form, t));
    }

    static Week week(String written) {
        return Week.read(written).orElseThrow(() -> new NotFound("week"));
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
                answers -> new Sent(answers.version(), WeekForms.read(form, answers, asked)),
                sent -> {
                    keeping.save(asked, sent.version(), sent.cells(), submit);
                    return Go.to(WeekPages.url(week)).saying(submit ? "time.week.submitted" : "time.week.saved");
                },
                () -> page(reading.own(asked), form, t));
    }

    private ModelAndView oneMore(Week asked, Form form, Words t) {
        String line = form.value("line");
        List<String> posts = new ArrayList<>(form.values("post"));
        Post post = WeekForms.post(line);
        if (post != null && post.action() != null) {
            Post added = new Post(post.action(), shared(form));
            if (!posts.contains(added.key())) {
                posts.add(added.key());
            }
        }
        return page(
                reading.own(asked), form.with("post", posts).with("line", null).with("share", null), t);
    }

    /** The realisation whose hours are shared with the new line; {@code null} for none. */
    private static @Nullable RealisationId shared(Form form) {
        Post post = WeekForms.post(form.value("share"));
        return post == null ? null : post.realisation();
    }
}
