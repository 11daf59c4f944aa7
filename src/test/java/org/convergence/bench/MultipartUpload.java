package org.convergence.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A form with a file. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record MultipartUpload(Map<String, String> fields, String fileName, byte[] content) {

    private static final String BOUNDARY = "bench-boundary";

    /** Sends the form; the answer is the page itself or a redirect. */
    HttpResponse<byte[]> send(HttpVisitor visitor, String path, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = visitor.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofByteArray(body()));
        headers.forEach(request::header);
        HttpResponse<byte[]> answer = visitor.send(request.build());
        if (answer.statusCode() >= 400) {
            throw new IllegalStateException(answer.statusCode() + " from " + path);
        }
        return answer;
    }

    private byte[] body() throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Map.Entry<String, String> field : fields.entrySet()) {
            body.write(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + field.getKey()
                    + "\"\r\n\r\n" + field.getValue() + "\r\n"));
        }
        body.write(text("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain\r\n\r\n"));
        body.write(content);
        body.write(text("\r\n--" + BOUNDARY + "--\r\n"));
        return body.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
