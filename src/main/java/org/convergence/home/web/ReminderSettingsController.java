package org.convergence.home.web;

import java.util.Arrays;
import java.util.List;
import org.convergence.home.HomePermissions;
import org.convergence.home.domain.CalendarFeedService;
import org.convergence.home.domain.MondayChoiceService;
import org.convergence.home.domain.MondayChoiceService.MondayChoice;
import org.convergence.platform.access.Requires;
import org.convergence.platform.mail.LetterStatusService;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.shell.PersonalPageEntry;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The user's reminders: the Monday mail and the calendar feed. */
@Controller
@RequestMapping("/home/reminders")
@Requires(HomePermissions.OPEN)
record ReminderSettingsController(
        MondayChoiceService choices, CalendarFeedService feeds, LetterStatusService letters, BaseUrl baseUrl) {

    static final String URL = "/home/reminders";

    @GetMapping
    ModelAndView show(Words t) {
        return page(Form.blank().with("monday", choices.findOwn()), null, t);
    }

    @PostMapping("/monday")
    ModelAndView choose(Form form, Words t) {
        return form.submit(
                answers -> answers.choice("monday", MondayChoice.class),
                choice -> {
                    choices.choose(choice);
                    return SeeOther.to(URL).withNotice("home.monday.chosen." + choice.name());
                },
                () -> page(form, null, t));
    }

    /** The address is shown on this response only. */
    @PostMapping("/calendar")
    ModelAndView make(Words t) {
        String address =
                baseUrl.value() + FeedController.BEGINNING + feeds.create().secret() + FeedController.END;
        return page(Form.blank().with("monday", choices.findOwn()), address, t);
    }

    @PostMapping("/calendar/revoke")
    ModelAndView revoke() {
        feeds.revoke();
        return SeeOther.to(URL).withNotice("home.feed.revoked");
    }

    private ModelAndView page(Form form, @Nullable String address, Words t) {
        List<Option> options = Arrays.stream(MondayChoice.values())
                .map(choice -> new Option(choice.name(), t.say("home.monday.choice." + choice.name())))
                .toList();
        return PageView.of(
                "home/reminders",
                new RemindersPage(form, options, feeds.findOwn().orElse(null), address, letters.isMailSet()));
    }

    @Bean
    static PersonalPageEntry remindersEntry() {
        return PersonalPageEntry.of(10, "home.reminders", URL, HomePermissions.OPEN);
    }
}
