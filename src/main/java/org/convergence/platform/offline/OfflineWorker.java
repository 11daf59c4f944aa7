package org.convergence.platform.offline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The service worker of one offline page. */
@Component
public class OfflineWorker {

    private final byte[] script;

    OfflineWorker() {
        try (InputStream in = OfflineWorker.class.getResourceAsStream("/static/js/offline-worker.js")) {
            if (in == null) {
                throw new IllegalStateException("The service worker is missing");
            }
            this.script = in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The script.
     *
     * @param page path of the only page, with what is below it, that the browser may let it answer
     */
    public ResponseEntity<byte[]> answer(String page) {
        return ResponseEntity.ok()
                .header("Service-Worker-Allowed", page)
                .header("Content-Type", "text/javascript;charset=UTF-8")
                .body(script);
    }
}
