package org.convergence.platform.mail.domain;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import org.convergence.platform.mail.LetterContent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stores the blocks of letters as text, in which names are found and replaced like in any other, and writes their HTML.
 */
@Component
record LetterHtmlRenderer(TemplateEngine templates) {

    private static final Logger LOG = LoggerFactory.getLogger(LetterHtmlRenderer.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    /** The stored form of a letter; {@code null} for one that was written as plain text. */
    static @Nullable String write(@Nullable LetterContent content) {
        return content == null ? null : JSON.writeValueAsString(content);
    }

    /** A stored letter; {@code null} if it was written as plain text, or if a replaced name made it unreadable. */
    static @Nullable LetterContent read(@Nullable String stored) {
        try {
            return stored == null ? null : JSON.readValue(stored, LetterContent.class);
        } catch (JacksonException unreadable) {
            LOG.warn("The blocks of a letter could not be read; its plain text stands in for them");
            return null;
        }
    }

    /** The HTML of a completed letter. */
    String html(LetterContent content, String subject, String organisation) {
        StringOutput out = new StringOutput(8 * 1024);
        templates.render(
                "platform/mail/html.jte",
                new LetterHtmlPage(content.language(), subject, organisation, content.blocks()),
                out);
        return out.toString();
    }
}
