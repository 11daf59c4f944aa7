package org.convergence.outreach.relay.web;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.outreach.relay.RelayPermissions;
import org.convergence.outreach.relay.domain.Relay.RelayKitId;
import org.convergence.outreach.relay.domain.RelayFeed;
import org.convergence.outreach.relay.domain.RelayFeedService;
import org.convergence.outreach.relay.web.RelayPage.RelayFeedPage;
import org.convergence.outreach.relay.web.RelayPage.RelayFeedRow;
import org.convergence.platform.access.Requires;
import org.convergence.platform.fetch.FetchProblem;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The sites in which relays are looked for, and what a person says of the posts that they propose. */
@Controller
@RequestMapping("/outreach/relay")
@Requires(RelayPermissions.EDIT)
record RelayFeedController(RelayFeedService feeds, RelayForm forms) {

    private static final String FEEDS = RelayKitController.PATH + "/feeds";

    @GetMapping("/feeds")
    ModelAndView list(Words t) {
        return page(Form.blank(), t);
    }

    private ModelAndView page(Form form, Words t) {
        return PageView.of(
                "outreach/relay/feeds",
                new RelayFeedPage(
                        feeds.findAll().stream()
                                .map(each -> new RelayFeedRow(
                                        FEEDS + "/" + each.id(),
                                        each.organisationName(),
                                        each.url(),
                                        describe(each, t),
                                        each.failingSince() != null))
                                .toList(),
                        form,
                        forms.chooser(form)));
    }

    /** The last reading, and since when and why it fails. */
    private static String describe(RelayFeed feed, Words t) {
        FetchProblem problem = feed.readProblem();
        return problem == null || feed.failingSince() == null
                ? t.say("relay.feed.read", day(feed.readAt(), t))
                : t.say(
                        "relay.feed.failing",
                        day(feed.readAt(), t),
                        day(feed.failingSince(), t),
                        t.say(problem.key(), problem.arguments().toArray()));
    }

    static List<String> describeFailing(List<RelayFeed> feeds, Words t) {
        return feeds.stream()
                .filter(each -> each.failingSince() != null)
                .map(each -> t.say("relay.feed.of", each.organisationName(), describe(each, t)))
                .toList();
    }

    private static String day(Instant instant, Words t) {
        return t.date(instant.atZone(t.zone()).toLocalDate());
    }

    @PostMapping("/feeds")
    ModelAndView add(Form form, Words t) {
        record FeedAddressInput(OrganisationId organisation, String address) {}
        return form.submit(
                answers -> new FeedAddressInput(answers.get(forms.organisation()), answers.get(RelayForm.FEED)),
                input -> {
                    feeds.save(input.organisation(), feeds.read(input.address()));
                    return SeeOther.to(FEEDS).withNotice("relay.feed.set");
                },
                () -> page(form, t));
    }

    @PostMapping("/feeds/{feed}/remove")
    ModelAndView remove(@PathVariable UUID feed) {
        feeds.remove(feed);
        return SeeOther.to(FEEDS).withNotice("relay.feed.removed");
    }

    @PostMapping("/{id}/sightings/{sighting}/ours")
    ModelAndView confirm(@PathVariable RelayKitId id, @PathVariable UUID sighting) {
        return decide(id, sighting, true);
    }

    @PostMapping("/{id}/sightings/{sighting}/other")
    ModelAndView dismiss(@PathVariable RelayKitId id, @PathVariable UUID sighting) {
        return decide(id, sighting, false);
    }

    private ModelAndView decide(RelayKitId id, UUID sighting, boolean isOurs) {
        SeeOther there = SeeOther.to(RelayKitController.url(id));
        return !feeds.decide(id, sighting, isOurs)
                ? there.withWarning("relay.sighting.decided")
                : there.withNotice(isOurs ? "relay.seen" : "relay.sighting.other.done");
    }
}
