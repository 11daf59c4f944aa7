package org.convergence.testing;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.net.URI;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.util.UriComponentsBuilder;

/** A user of {@link Pages}. */
public final class PageVisitor {

    private final MockMvcTester mvc;
    private final RequestPostProcessor user;

    PageVisitor(MockMvcTester mvc, RequestPostProcessor user) {
        this.mvc = mvc;
        this.user = user;
    }

    /** The same user in the network of an address. */
    public PageVisitor from(String remoteAddress) {
        return new PageVisitor(mvc, request -> {
            request.setRemoteAddr(remoteAddress);
            return user.postProcessRequest(request);
        });
    }

    /** The page at an address, which must answer 200. */
    public Document open(String url) {
        return Pages.require(get(url));
    }

    /** The answer to a GET. */
    public MvcTestResult get(String url) {
        return mvc.get().uri(address(url)).with(user).exchange();
    }

    /** Posts a form; each field is {@code name=value}. A name may come several times. */
    public MvcTestResult post(String url, String... fields) {
        return post(
                url,
                form -> Stream.of(fields)
                        .map(field -> field.split("=", 2))
                        .forEach(field -> form.field(field[0], field[1])));
    }

    /** Posts a form, with the token that protects it. */
    public MvcTestResult post(String url, Consumer<PostedForm> filling) {
        var form = new PostedForm(mvc.post().uri(address(url)).with(user).with(csrf()));
        filling.accept(form);
        return form.request.exchange();
    }

    /** An address as a browser sends it; one with a per cent sign is so already. */
    private static URI address(String url) {
        return UriComponentsBuilder.fromUriString(url)
                .build(url.contains("%"))
                .encode()
                .toUri();
    }

    /** The fields of a form. */
    public static final class PostedForm {

        private MockMvcRequestBuilder request;

        private PostedForm(MockMvcRequestBuilder request) {
            this.request = request;
        }

        /** Sets a field to its value, or to several as a list does. */
        public PostedForm field(String name, Object... values) {
            request = request.param(
                    name, Arrays.stream(values).map(String::valueOf).toArray(String[]::new));
            return this;
        }
    }
}
