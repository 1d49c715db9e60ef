package dev.usher.oauth.client;

import java.net.URI;
import java.net.http.HttpRequest;

/** What a provider tells about the user whose access token this is. */
record UserApi(Web web, String accessToken, Deadline deadline) {

    Answer get(URI address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(address).header("Authorization", "Bearer " + accessToken);
        return web.ask(request, deadline).good();
    }

    @Override
    public String toString() {
        return "UserApi[redacted]";
    }

    /** Finds out whose account it is. */
    @FunctionalInterface
    interface Reader {
        ProviderAccount read(UserApi api);
    }
}
