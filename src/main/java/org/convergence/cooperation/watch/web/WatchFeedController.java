package org.convergence.cooperation.watch.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.FeedService;
import org.convergence.cooperation.watch.domain.WatchFeed;
import org.convergence.cooperation.watch.domain.WatchFeed.FeedHealth;
import org.convergence.cooperation.watch.domain.WatchFeed.WatchFeedId;
import org.convergence.cooperation.watch.web.WatchPage.FeedListPage;
import org.convergence.cooperation.watch.web.WatchPage.FeedPart;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.geography.Country;
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

/** The feeds with their health. */
@Controller
@RequestMapping("/cooperation/watch/feeds")
@Requires(WatchPermissions.EDIT)
record WatchFeedController(FeedService feeds, Clock clock) {

    static final String LIST = WatchPage.LIST + "/feeds";

    @GetMapping
    @Requires(WatchPermissions.READ)
    ModelAndView list(Words t) {
        return page(Form.blank(), t);
    }

    private ModelAndView page(Form form, Words t) {
        return PageView.of(
                "cooperation/watch/feeds",
                new FeedListPage(
                        feeds.findAll(null).stream().map(feed -> part(feed, t)).toList(),
                        CurrentActor.get().may(WatchPermissions.EDIT) ? form : null,
                        WatchForm.countries(t)));
    }

    private FeedPart part(WatchFeed feed, Words t) {
        FeedHealth health = feed.health(clock.instant());
        FetchProblem problem = feed.readProblem();
        return new FeedPart(
                LIST + "/" + feed.id().value(),
                feed.title(),
                feed.url(),
                new Country(feed.country()).name(t) + " · " + days(feed, t),
                problem == null || health == FeedHealth.OFF
                        ? null
                        : t.say(problem.key(), problem.arguments().toArray()),
                health.tone(),
                t.say(health.key()),
                feed.isOn());
    }

    /** The last reading and the last novelty, each with its day. */
    private String days(WatchFeed feed, Words t) {
        List<String> days = new ArrayList<>();
        days.add(day("watch.feed.read", feed.readAt(), t));
        days.add(day("watch.feed.fresh", feed.freshAt(), t));
        if (feed.failingSince() != null) {
            days.add(t.say("watch.feed.failing", t.ago(feed.failingSince(), clock)));
        }
        return String.join(" · ", days);
    }

    private String day(String key, @Nullable Instant at, Words t) {
        return at == null ? t.say(key + ".never") : t.say(key, t.ago(at, clock));
    }

    @PostMapping
    ModelAndView add(Form form, Words t) {
        record FeedInput(String address, Country country) {}
        return form.submit(
                answers -> new FeedInput(answers.get(WatchForm.ADDRESS), answers.get(WatchForm.COUNTRY)),
                input -> {
                    feeds.add(input.country(), feeds.find(input.address()));
                    return SeeOther.to(LIST)
                            .withNotice("watch.feed.added", input.country().name(t));
                },
                () -> page(form, t));
    }

    @PostMapping("/{id}/read")
    ModelAndView read(@PathVariable WatchFeedId id) {
        feeds.readNow(id);
        return SeeOther.to(LIST).withNotice("watch.feed.tried");
    }

    @PostMapping("/{id}/on")
    ModelAndView on(@PathVariable WatchFeedId id) {
        feeds.setOn(id, true);
        return SeeOther.to(LIST).withNotice("watch.feed.on");
    }

    @PostMapping("/{id}/off")
    ModelAndView off(@PathVariable WatchFeedId id) {
        feeds.setOn(id, false);
        return SeeOther.to(LIST).withNotice("watch.feed.off").withUndo(LIST + "/" + id.value() + "/on");
    }

    @PostMapping("/{id}/remove")
    ModelAndView remove(@PathVariable WatchFeedId id) {
        feeds.remove(id);
        return SeeOther.to(LIST).withNotice("watch.feed.removed");
    }
}
