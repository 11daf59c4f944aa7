package org.convergence.platform.jobs.web;

import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Keyset;
import org.convergence.platform.database.Keyset.Part;
import org.convergence.platform.jobs.JobDesk;
import org.convergence.platform.jobs.JobPermissions;
import org.convergence.platform.jobs.JobView;
import org.convergence.platform.jobs.JobWork;
import org.convergence.platform.shell.Go;
import org.convergence.platform.shell.Page;
import org.convergence.platform.shell.SettingsEntry;
import org.convergence.platform.shell.Underway;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Work that takes time: the list, each run with its bar, stop and resume. */
@Controller
@RequestMapping("/platform/jobs")
@Requires(JobPermissions.OWN)
class JobsController {

    private static final int SHOWN = 30;

    private final JobDesk desk;
    private final Underway underway;

    JobsController(JobDesk desk, Underway underway) {
        this.desk = desk;
        this.underway = underway;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String after) {
        Keyset place = after == null
                ? null
                : Keyset.decode(after, Part.INSTANT, Part.ID).orElse(null);
        JobDesk.Leaf leaf = desk.list(place, SHOWN);
        Keyset next = leaf.next();
        return Page.of(
                "platform/jobs/jobs",
                new JobsPage(
                        leaf.runs(), next == null ? null : "/platform/jobs?after=" + next.encode(), place != null));
    }

    /** The bar, requested again while the run goes on; at its end, the page around it is reloaded. */
    @GetMapping("/{run}")
    ModelAndView show(
            @PathVariable UUID run,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String part,
            Words t,
            HttpServletResponse response) {
        JobView view = desk.find(run);
        if (part != null && !view.state().isActive()) {
            desk.tellAgain(run);
            response.setHeader("HX-Refresh", "true");
        }
        return Page.either("platform/jobs/job", "platform/jobs/bar", new JobPage(view, JobWork.of(view, t)));
    }

    /** The frame's part, requested again while something runs. */
    @GetMapping("/underway")
    ModelAndView underway(Words t) {
        return Page.fragment("platform/jobs/underway", new UnderwayPart(underway.running(), underway.ended(t)));
    }

    @PostMapping("/{run}/stop")
    ModelAndView stop(@PathVariable UUID run) {
        desk.stop(run);
        return Go.to("/platform/jobs/" + run).saying("jobs.stopping");
    }

    @PostMapping("/{run}/resume")
    ModelAndView resume(@PathVariable UUID run) {
        desk.resume(run);
        return Go.to("/platform/jobs/" + run).saying("jobs.resumed");
    }

    @Bean
    static SettingsEntry jobsEntry() {
        return SettingsEntry.of(60, "jobs.title", "/platform/jobs", JobPermissions.WATCH);
    }
}
