package io.lotwire.web.asset;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** Gives what pages load. */
@Path(Assets.FOLDER)
@Singleton
public class AssetPages {
    private final Assets assets;

    AssetPages(Assets assets) {
        this.assets = assets;
    }

    /** One of them, compressed for who takes it so. */
    @GET
    @Path("{name}")
    @PermitAll
    public Response asset(@PathParam("name") String name, @HeaderParam("Accept-Encoding") String encodings) {
        Optional<Asset> found = assets.find(Assets.FOLDER + name);
        if (found.isEmpty()) {
            return Response.status(Response.Status.NOT_FOUND).build();
        }
        Asset asset = found.get();
        boolean zipped = encodings != null && encodings.contains("gzip");
        Response.ResponseBuilder answer = Response.ok(zipped ? asset.zipped() : asset.bytes(), asset.type())
                .header("Cache-Control", "public, max-age=31536000, immutable")
                .header("Vary", "Accept-Encoding");
        return zipped ? answer.header("Content-Encoding", "gzip").build() : answer.build();
    }
}
