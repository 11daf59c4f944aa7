package org.convergence.home.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.convergence.home.domain.MondayChoiceService;
import org.convergence.home.web.RemindersPage.MondayStopPage;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.PageView;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * Stops the Monday mail from the link of a letter: it opens a page whose button stops it. A mail program does it with
 * one POST, without cookies (RFC 8058).
 */
@Controller
@RequestMapping("/home/stop/{secret}")
@Open("the link in the letter holds its secret")
record MondayStopController(MondayChoiceService choices, SecretAttemptLimiter attempts) {

    private static final int USED_BY_LINK = 60;

    @GetMapping
    ModelAndView ask(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        requireLink(secret, request);
        return page(response, "/home/stop/" + secret);
    }

    @PostMapping
    ModelAndView stop(@PathVariable String secret, HttpServletRequest request, HttpServletResponse response) {
        requireLink(secret, request);
        choices.stop(secret);
        return page(response, "");
    }

    private void requireLink(String secret, HttpServletRequest request) {
        if (!choices.isValidStopLink(secret)) {
            attempts.countWrong(request.getRemoteAddr());
            throw new NotFound("letter");
        }
        attempts.countValid(secret, USED_BY_LINK);
    }

    private static ModelAndView page(HttpServletResponse response, String action) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        return PageView.of("home/stop", new MondayStopPage(action));
    }

    @Bean
    static SecretAddress stopAddress() {
        return new SecretAddress("/home/stop/");
    }
}
