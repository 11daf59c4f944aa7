package org.convergence.home.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.convergence.home.domain.CalendarFeedQueries;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves a user's deadlines to calendar programs, by a secret address. */
@RestController
record FeedController(CalendarFeedQueries calendarFeedQueries, SecretAttemptLimiter attempts) {

    static final String BEGINNING = "/api/v1/calendar/";
    static final String END = ".ics";

    private static final String CALENDAR = "text/calendar";
    private static final int FOR_A_CALENDAR = 30;

    @GetMapping(BEGINNING + "{token}" + END)
    @Open("the calendar's address holds its secret")
    @Operation(
            summary = "The deadlines of one person as a calendar (iCalendar)",
            description = "Needs no sign-in: the address is the secret, which its owner creates, renews and"
                    + " revokes on the account page. Answers 304 to a current ETag, 429 to too many requests.")
    @Parameter(name = "token", description = "The secret of the address")
    @ApiResponse(
            responseCode = "200",
            description = "The calendar",
            content = @Content(mediaType = CALENDAR, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<byte[]> feed(@PathVariable String token, HttpServletRequest request) {
        Optional<byte[]> found = calendarFeedQueries.findCalendar(token);
        if (found.isEmpty()) {
            attempts.countWrong(request.getRemoteAddr());
            throw new NotFound("calendar");
        }
        attempts.countValid(token, FOR_A_CALENDAR);
        byte[] calendar = found.get();
        String tag = "\"" + tag(calendar) + "\"";
        if (new ServletWebRequest(request).checkNotModified(tag)) {
            return ResponseEntity.status(HttpStatus.NOT_MODIFIED).eTag(tag).build();
        }
        return ResponseEntity.ok()
                .eTag(tag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .header("X-Robots-Tag", "noindex, nofollow, noarchive")
                .contentType(MediaType.parseMediaType(CALENDAR + ";charset=UTF-8"))
                .body(calendar);
    }

    private static String tag(byte[] calendar) {
        byte[] hash = Token.hashOf(new String(calendar, StandardCharsets.UTF_8));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }
}
