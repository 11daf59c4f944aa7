package org.convergence.outreach.website.web;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Locale;
import org.convergence.outreach.website.domain.WebsiteFeedService;
import org.convergence.outreach.website.domain.WebsiteFeedService.FeedFormat;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.publicform.PublicLanguages;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;

/** Serves the feeds to feed readers, calendars and other sites. */
@RestController
class PublicFeedController {

    /** For so long a reader need not ask again. */
    private static final Duration FRESH = Duration.ofMinutes(15);

    private final WebsiteFeedService feeds;

    PublicFeedController(WebsiteFeedService feeds) {
        this.feeds = feeds;
    }

    @GetMapping("/public/feeds/{tag}.{format}")
    @Open("what is published is for everyone")
    ResponseEntity<byte[]> feed(
            @PathVariable String tag,
            @PathVariable String format,
            @RequestParam(name = "in", required = false) @Nullable String language,
            ServletWebRequest request) {
        FeedFormat chosen = TextParser.constant(format.toUpperCase(Locale.ROOT), FeedFormat.class)
                .orElseThrow(() -> new NotFound("feed"));
        byte[] feed =
                feeds.write(tag, chosen, language != null && PublicLanguages.isSupported(language) ? language : null);
        String etag = "\"" + hash(feed) + "\"";
        CacheControl cache = CacheControl.maxAge(FRESH).cachePublic();
        return request.checkNotModified(etag)
                ? ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                        .eTag(etag)
                        .cacheControl(cache)
                        .build()
                : ResponseEntity.ok()
                        .eTag(etag)
                        .cacheControl(cache)
                        .header("Access-Control-Allow-Origin", "*")
                        .contentType(MediaType.parseMediaType(chosen.mediaType()))
                        .body(feed);
    }

    private static String hash(byte[] feed) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Token.hashOf(new String(feed, StandardCharsets.UTF_8)));
    }
}
