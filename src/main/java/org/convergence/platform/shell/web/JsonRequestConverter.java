package org.convergence.platform.shell.web;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.web.server.ResponseStatusException;

/**
 * Converts the {@code @RequestBody} of an API request to its record. A request without a content type counts as JSON.
 */
final class JsonRequestConverter extends AbstractHttpMessageConverter<Record> {

    /** The longest body accepted, in bytes. */
    private static final int LONGEST = 1_000_000;

    JsonRequestConverter() {
        super(
                MediaType.APPLICATION_JSON,
                new MediaType("application", "*+json"),
                // Spring's default for a request without a content type.
                MediaType.APPLICATION_OCTET_STREAM);
    }

    @Override
    protected boolean supports(Class<?> type) {
        return type.isRecord();
    }

    @Override
    protected Record readInternal(Class<? extends Record> type, HttpInputMessage request) throws IOException {
        byte[] bytes = request.getBody().readNBytes(LONGEST + 1);
        if (bytes.length > LONGEST) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return JsonRequestReader.read(bytes, type);
    }

    @Override
    public boolean canWrite(Class<?> type, @Nullable MediaType mediaType) {
        return false;
    }

    @Override
    protected void writeInternal(Record record, HttpOutputMessage response) {
        throw new UnsupportedOperationException("Responses are written by Jackson");
    }
}
