package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.shell.LanguageChosen;
import org.convergence.platform.shell.SecureConnection;
import org.convergence.platform.shell.SeeOther;
import org.convergence.platform.text.Language;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The language switch. */
@Controller
record LanguageController(ApplicationEventPublisher events) {

    @Open("Everyone chooses a language")
    @PostMapping("/language")
    SeeOther choose(
            @RequestParam String language,
            @RequestParam(required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (Language.SPOKEN.contains(language)) {
            ResponseCookie cookie = ResponseCookie.from(RequestLanguageResolver.COOKIE, language)
                    .path("/")
                    .httpOnly(true)
                    .secure(SecureConnection.isSecure(request))
                    .sameSite("Lax")
                    .maxAge(Duration.ofDays(365))
                    .build();
            response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            if (CurrentActor.get().isKnown()) {
                events.publishEvent(new LanguageChosen(CurrentActor.get().id(), language));
            }
        }
        return SeeOther.back(back, "/");
    }
}
