package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Passes the reader's {@link Words} to a controller, for text outside templates. */
final class WordsArgumentResolver implements HandlerMethodArgumentResolver {

    private final ShellFactory frames;

    WordsArgumentResolver(ShellFactory frames) {
        this.frames = frames;
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Words.class;
    }

    @Override
    public Words resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return frames.words(Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class)));
    }
}
