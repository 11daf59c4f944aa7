package org.convergence.directory.protection.web;

import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.Gesture;
import org.convergence.directory.protection.domain.LostKeys;
import org.convergence.directory.protection.domain.Reviewing;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
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

/** The reviews of actions done alone, and the settings of the second person and of lost keys. */
@Controller
@RequestMapping("/directory/protection")
@Requires(ProtectionPermissions.OWN)
class ReviewController {

    private static final int WORDS = 1_000;
    private static final String SETTINGS = ProtectionUrls.LIST + "/settings";

    private final Reviewing reviewing;
    private final LostKeys keys;

    ReviewController(Reviewing reviewing, LostKeys keys) {
        this.reviewing = reviewing;
        this.keys = keys;
    }

    private record Naming(int version, @Nullable UUID second) {}

    @GetMapping("/reviews")
    ModelAndView waiting(Words t) {
        return page(null, Form.blank(), t);
    }

    @PostMapping("/reviews/{id}")
    ModelAndView review(@PathVariable UUID id, Form form, Words t) {
        reviewing.waiting();
        return form.submit(
                answers -> Optional.ofNullable(answers.optionalText("review", WORDS)),
                words -> {
                    reviewing.review(id, words.orElse(null));
                    return Go.to(ProtectionUrls.REVIEWS).saying("protection.reviewed");
                },
                () -> page(id, form, t));
    }

    @GetMapping("/settings")
    @Requires(ProtectionPermissions.SETTLE)
    ModelAndView settings() {
        Reviewing.Named named = reviewing.named();
        return settingsPage(
                Form.blank().at(named.version()).with("second", named.second().orElse(null)));
    }

    @PostMapping("/settings")
    @Requires(ProtectionPermissions.SETTLE)
    ModelAndView name(Form form) {
        return form.submit(
                answers -> new Naming(answers.version(), answers.optionalId("second")),
                naming -> {
                    reviewing.name(naming.version(), naming.second());
                    return Go.to(SETTINGS).saying("protection.second.named");
                },
                () -> settingsPage(form),
                since -> settingsPage(form.at(reviewing.named().version())));
    }

    @PostMapping("/keys-lost")
    @Requires(ProtectionPermissions.SETTLE)
    ModelAndView giveUp() {
        keys.giveUp();
        return Go.to(ProtectionUrls.LIST).warning("protection.keys.given-up");
    }

    private ModelAndView settingsPage(Form form) {
        return Page.of(
                "directory/protection/settings",
                new ProtectionSettingsPage(SETTINGS, form, Saying.options(reviewing.eligible())));
    }

    private ModelAndView page(@Nullable UUID typedFor, Form typed, Words t) {
        return Page.of(
                "directory/protection/reviews",
                new ReviewsPage(reviewing.waiting().stream()
                        .map(each -> waiting(each, each.id().equals(typedFor) ? typed : Form.named("r" + each.id()), t))
                        .toList()));
    }

    private static ReviewsPage.Waiting waiting(Gesture it, Form form, Words t) {
        String reason = it.reason();
        return new ReviewsPage.Waiting(
                t.dateTime(it.at()),
                t.say("protection.review.what", t.say(it.kind().key()), it.who(), it.codeName()),
                reason == null ? "" : t.say("protection.gesture.reason", reason),
                ProtectionUrls.REVIEWS + "/" + it.id(),
                it.account().equals(CurrentActor.get().id()),
                form);
    }
}
