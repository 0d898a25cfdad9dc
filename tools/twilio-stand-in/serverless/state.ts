/** What an account has at serverless.twilio.com. Names are those of the SDK. */
import type { ApiReply, ApiRequest } from '../contract';
import type { Dated } from '../records';

declare module '../contract' {
  interface State {
    serverless: ServerlessState;
  }
  interface Switches {
    /** Reads of its status until a build is completed. */
    buildReads: number;
    /** The code of Twilio's 409s is not documented. */
    serverlessConflictCode: number;
  }
}

interface ServerlessState {
  services: Service[];
  /** The next builds fail. */
  failingBuilds: number;
  /** What a function answers that is asked at a deployment; the stand-in itself runs none. */
  running?: (request: ApiRequest) => ApiReply | Promise<ApiReply> | undefined;
}

export interface Service extends Dated {
  readonly sid: string;
  uniqueName: string;
  friendlyName: string;
  includeCredentials: boolean;
  uiEditable: boolean;
  /** `dialtone-1234` */
  domainBase: string;
  readonly environments: Environment[];
  readonly functions: Resource[];
  readonly assets: Resource[];
  readonly builds: Build[];
}

export interface Environment extends Dated {
  readonly sid: string;
  readonly uniqueName: string;
  readonly domainSuffix: string | null;
  readonly domainName: string;
  buildSid: string | null;
  readonly variables: Variable[];
  readonly deployments: Deployment[];
  readonly logs: Log[];
}

/** A function or an asset, and what was uploaded for it. */
export interface Resource extends Dated {
  readonly sid: string;
  friendlyName: string;
  readonly versions: Version[];
}

export interface Version {
  readonly sid: string;
  readonly path: string;
  readonly visibility: 'public' | 'protected' | 'private';
  content: Uint8Array;
  readonly dateCreated: Date;
}

export interface Build extends Dated {
  readonly sid: string;
  status: 'building' | 'completed' | 'failed';
  /** Reads of its status so far. */
  reads: number;
  readonly fails: boolean;
  runtime: string;
  readonly dependencies: readonly { readonly name: string; readonly version: string }[];
  readonly functionVersions: readonly string[];
  readonly assetVersions: readonly string[];
}

export interface Variable extends Dated {
  readonly sid: string;
  key: string;
  value: string;
}

export interface Deployment extends Dated {
  readonly sid: string;
  readonly buildSid: string;
}

export interface Log {
  readonly sid: string;
  readonly functionSid: string;
  readonly deploymentSid: string;
  readonly buildSid: string;
  readonly requestSid: string;
  readonly level: 'INFO' | 'WARN' | 'ERROR';
  readonly message: string;
  readonly dateCreated: Date;
}
