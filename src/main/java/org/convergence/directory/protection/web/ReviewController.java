package org.convergence.directory.protection.web;

import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.ActionReviewService;
import org.convergence.directory.protection.domain.LostKeysService;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.directory.protection.web.ReviewsPage.ProtectionSettingsPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
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

/** The reviews of actions done alone, and the settings of the second person and of lost keys. */
@Controller
@RequestMapping("/directory/protection")
@Requires(ProtectionPermissions.OWN)
record ReviewController(ActionReviewService actionReviewService, LostKeysService keys) {

    private static final int WORDS = 1_000;
    private static final String SETTINGS = ProtectionUrls.LIST + "/settings";

    private record SecondPersonInput(int version, @Nullable UUID second) {}

    @GetMapping("/reviews")
    ModelAndView waiting(Words t) {
        return page(null, Form.blank(), t);
    }

    @PostMapping("/reviews/{id}")
    ModelAndView review(@PathVariable UUID id, Form form, Words t) {
        actionReviewService.findActionsToReview();
        return form.submit(
                answers -> Optional.ofNullable(answers.optionalText("review", WORDS)),
                words -> actionReviewService.review(id, words.orElse(null)),
                SeeOther.to(ProtectionUrls.REVIEWS).withNotice("protection.reviewed"),
                () -> page(id, form, t));
    }

    @GetMapping("/settings")
    @Requires(ProtectionPermissions.SETTLE)
    ModelAndView settings() {
        ActionReviewService.NamedSecond named = actionReviewService.findNamedSecond();
        return settingsPage(Form.blank()
                .atVersion(named.version())
                .with("second", named.second().orElse(null)));
    }

    @PostMapping("/settings")
    @Requires(ProtectionPermissions.SETTLE)
    ModelAndView name(Form form) {
        return form.submit(
                answers -> new SecondPersonInput(answers.version(), answers.optionalId("second")),
                naming -> {
                    actionReviewService.nameSecond(naming.version(), naming.second());
                    return SeeOther.to(SETTINGS).withNotice("protection.second.named");
                },
                () -> settingsPage(form),
                since -> settingsPage(
                        form.atVersion(actionReviewService.findNamedSecond().version())));
    }

    @PostMapping("/keys-lost")
    @Requires(ProtectionPermissions.SETTLE)
    ModelAndView giveUp() {
        keys.declareLost();
        return SeeOther.to(ProtectionUrls.LIST).withWarning("protection.keys.given-up");
    }

    private ModelAndView settingsPage(Form form) {
        return PageView.of(
                "directory/protection/settings",
                new ProtectionSettingsPage(
                        SETTINGS, form, ProtectionFormatter.options(actionReviewService.findEligible())));
    }

    private ModelAndView page(@Nullable UUID typedFor, Form typed, Words t) {
        return PageView.of(
                "directory/protection/reviews",
                new ReviewsPage(actionReviewService.findActionsToReview().stream()
                        .map(each -> waiting(each, each.id().equals(typedFor) ? typed : Form.named("r" + each.id()), t))
                        .toList()));
    }

    private static ReviewsPage.ReviewRow waiting(IdentityAction it, Form form, Words t) {
        String reason = it.reason();
        return new ReviewsPage.ReviewRow(
                t.dateTime(it.at()),
                t.say("protection.review.what", t.say(it.kind().key()), it.who(), it.codeName()),
                reason == null ? "" : t.say("protection.gesture.reason", reason),
                ProtectionUrls.REVIEWS + "/" + it.id(),
                it.account().equals(CurrentActor.get().id()),
                form);
    }
}
