package org.convergence.home.web;

import jakarta.servlet.http.HttpServletResponse;
import org.convergence.home.domain.MondayChoices;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAddress;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.shell.Page;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/**
 * No more Monday mail, from the link of any letter: it opens a page, and the page's button does it. A mail program does it with
 * one POST, without cookies (RFC 8058).
 */
@Controller
@RequestMapping("/home/stop/{secret}")
@Open("a letter shows the secret by which it is stopped")
class StopController {

    private final MondayChoices choices;

    StopController(MondayChoices choices) {
        this.choices = choices;
    }

    @GetMapping
    ModelAndView ask(@PathVariable String secret, HttpServletResponse response) {
        if (!choices.stops(secret)) {
            throw new NotFound("letter");
        }
        return page(response, "/home/stop/" + secret);
    }

    @PostMapping
    ModelAndView stop(@PathVariable String secret, HttpServletResponse response) {
        choices.stop(secret);
        return page(response, "");
    }

    private static ModelAndView page(HttpServletResponse response, String action) {
        response.setHeader("X-Robots-Tag", "noindex, nofollow, noarchive");
        response.setHeader("Referrer-Policy", "no-referrer");
        return Page.of("home/stop", new StopPage(action));
    }

    @Bean
    static SecretAddress stopAddress() {
        return new SecretAddress("/home/stop/");
    }
}
